"""Daft and Ray give the tables of one call: on demand, `.ci/run engines`, since their packages are large.

pytest python/tests/engines.py -k daft
"""

import importlib.metadata
import pathlib
import sys
import time

import gongwen
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python/recipes"))

NAMES = ["documents", "sections", "tasks", "responsibilities", "citations", "diagnostics"]


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """A folder of four Parquet files, and the tables of its texts."""
    folder = tmp_path_factory.mktemp("parquet")
    paths = sorted((ROOT / "fixtures").glob("*/input.txt"))
    names = [path.parent.name for path in paths]
    texts = [gongwen.read_file(path).text for path in paths]
    for part in range(4):
        pq.write_table(pa.table({"doc": names[part::4], "text": texts[part::4]}), folder / f"{part}.parquet")
    return folder, gongwen.parse_batch(names, texts)


def by_place(table):
    rows = pa.table(table).to_pylist()
    return sorted(rows, key=lambda row: (row["doc"], row.get("position") or 0, str(row)))


def compare(engine, table, texts):
    folder, expected = texts
    start = time.monotonic()
    for name in NAMES:
        found = table(str(folder), name)
        assert by_place(found.select(expected[name].column_names)) == by_place(expected[name]), name
    print(f"{engine} {importlib.metadata.version(engine)}: six tables equal, {time.monotonic() - start:.0f} s")


def test_daft(texts):
    import with_daft

    compare("daft", lambda folder, name: with_daft.table(folder, name).to_arrow(), texts)


def test_ray(texts, monkeypatch):
    import ray
    import with_ray

    # its workers look for the recipe, too
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "python/recipes"))
    ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1")

    def table(folder, name):
        blocks = ray.get(with_ray.table(folder, name).to_arrow_refs())
        return pa.concat_tables([block for block in blocks if block.num_rows])

    try:
        compare("ray", table, texts)
    finally:
        ray.shutdown()
