"""The tables are the tool's, cell by cell, whatever takes them and however many threads make them."""

import subprocess

import gongwen
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

# What the tool knows of files, and a text has not.
OF_FILES = {"format", "encoding", "bytes", "sha256", "fields"}


def tables_of(tool, folder, out, *options):
    subprocess.run(
        [tool, "tables", "--quiet", "--format", "parquet", "--out", out, *options, folder], check=True
    )
    return {path.stem: pq.read_table(path) for path in out.glob("*.parquet")}


@pytest.mark.parametrize("options", [(), ("--resolve",)])
def test_each_cell_is_the_tools(texts, tool, tmp_path, options):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    expected = tables_of(tool, folder, tmp_path / "tables", *options)
    names = sorted(texts)
    for threads in (1, 2):
        tables = gongwen.parse_batch(names, [texts[name] for name in names], resolve=bool(options), threads=threads)
        assert set(tables) == set(expected)
        for name, table in tables.items():
            wanted = expected[name]
            wanted = wanted.select([column for column in wanted.column_names if column not in OF_FILES])
            assert wanted.num_rows == table.num_rows == len(table)
            assert pa.table(table).equals(wanted), (name, threads)


def test_the_order_of_the_texts_is_kept_by_many_threads(texts):
    names = [f"{name}{turn}" for turn in range(6) for name in texts]
    one, four = (
        gongwen.parse_batch(names, list(texts.values()) * 6, threads=threads) for threads in (1, 4)
    )
    assert pa.table(one["documents"])["doc"].to_pylist() == names
    for name in one:
        assert pa.table(one[name]).equals(pa.table(four[name]))


def test_a_column_exploded_is_the_tables(texts):
    column = pa.array(gongwen.parse_column(texts.values(), ids=texts))
    tables = gongwen.parse_batch(texts, texts.values())
    assert len(column) == len(texts)
    for name, table in tables.items():
        field = column.field(name)
        rows = field if name == "documents" else field.flatten()
        assert pa.Table.from_struct_array(rows).equals(pa.table(table).combine_chunks()), name


def test_rows_of_a_column_stand_beside_their_texts():
    column = pa.array(gongwen.parse_column(["一、修路。", None, "一、种树。\n二、挖渠。"])).to_pylist()
    assert column[1] is None
    assert [len(row["sections"]) for row in (column[0], column[2])] == [1, 2]
    assert column[0]["documents"]["doc"] is None


@pytest.mark.parametrize(
    "make",
    [
        list,
        iter,
        pa.array,
        lambda texts: pa.array(texts, pa.large_string()),
        lambda texts: pa.array(texts, pa.string_view()),
        lambda texts: pa.chunked_array([texts[:1], texts[1:]], pa.string()),
    ],
)
def test_texts_come_from_python_and_from_arrow(make):
    texts = ["一、修路。（市交通局负责）", None, "一、种树。"]
    tables = gongwen.parse_batch(make(["a", "b", "c"]), make(texts))
    assert pa.table(tables["documents"])["doc"].to_pylist() == ["a", "c"]
    assert len(gongwen.parse_column(make(texts))) == 3


def test_no_texts_give_tables_without_rows():
    for texts in ([], [None], pa.array([None], pa.null())):
        tables = gongwen.parse_batch(["a"] * len(texts), texts, resolve=True)
        assert [table.num_rows for table in tables.values()] == [0] * 10
        assert pa.table(tables["tasks"]).column_names == list(tables["tasks"].column_names)
    assert pa.array(gongwen.parse_column([])).to_pylist() == []


def test_pandas_polars_and_duckdb_take_them():
    import duckdb, pandas, polars

    tasks = gongwen.parse_batch(["a"], ["一、修路。（市交通局负责）\n二、种树。"])["tasks"]
    texts = ["修路。", "种树。"]
    assert pandas.DataFrame.from_arrow(tasks)["text"].tolist() == texts
    assert polars.DataFrame(tasks)["text"].to_list() == texts
    assert duckdb.sql("select text from tasks order by start").fetchall() == [(text,) for text in texts]
    # and give theirs
    for series in (pandas.Series(texts), polars.Series(texts)):
        assert gongwen.parse_batch(series, series)["documents"].num_rows == 2
