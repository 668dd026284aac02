"""The recipes for engines give the tables of one call."""

import subprocess
import sys

import gongwen
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "python/recipes"))

NAMES = ["documents", "sections", "tasks", "responsibilities", "citations", "diagnostics"]


@pytest.fixture(scope="module")
def folder(texts, tmp_path_factory):
    """The texts in four Parquet files."""
    folder = tmp_path_factory.mktemp("parquet")
    names = sorted(texts)
    for part in range(4):
        own = names[part::4]
        pq.write_table(pa.table({"doc": own, "text": [texts[name] for name in own]}), folder / f"{part}.parquet")
    return folder


@pytest.fixture(scope="module")
def expected(texts):
    names = sorted(texts)
    return gongwen.parse_batch(names, [texts[name] for name in names])


def by_place(table):
    """Rows in one order, whoever made them."""
    rows = pa.table(table).to_pylist()
    return sorted(rows, key=lambda row: (row["doc"], row.get("position") or 0, str(row)))


@pytest.mark.parametrize("name", NAMES)
def test_polars_gives_the_tables(folder, expected, name):
    import polars, with_polars

    read = with_polars.tables(polars.scan_parquet(f"{folder}/*.parquet"))
    table = with_polars.table(read, name).collect(engine="streaming").to_arrow()
    assert by_place(table) == by_place(expected[name])


@pytest.mark.parametrize("name", NAMES)
def test_duckdb_gives_the_tables(folder, expected, name):
    import with_duckdb

    table = with_duckdb.table(with_duckdb.connect(), str(folder), name).to_arrow_table()
    assert by_place(table) == by_place(expected[name])


@pytest.mark.parametrize("recipe", ["with_polars", "with_duckdb"])
def test_recipes_run_as_commands(folder, recipe):
    path = ROOT / f"python/recipes/{recipe}.py"
    printed = subprocess.run([sys.executable, path, folder], check=True, capture_output=True, text=True).stdout
    assert "doc" in printed and len(printed.splitlines()) > 5
