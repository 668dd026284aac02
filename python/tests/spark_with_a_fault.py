"""Spark standalone on loopback, a master and two workers, one of which is killed while it works: all tables are those of one call.

usage: spark_with_a_fault.py FOLDER

Wants java, and a Python with the wheel, pyspark, pandas and pyarrow. What Spark says goes to FOLDER.
"""

import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import gongwen
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyspark

PYTHON = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PYTHON / "recipes"))
import with_spark

SPARK = pathlib.Path(pyspark.__file__).parent
FILES = 16
# Notices, fixtures again and again.
COUNT = 4_000


def slowly(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """As the recipe, a second longer a file: time in which a worker can be lost."""
    time.sleep(1)
    yield from with_spark.parsed(batches)


def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Service:
    """A process of Spark in a group of its own, with its log."""

    def __init__(self, folder: pathlib.Path, name: str, *arguments: str) -> None:
        self.log = folder / f"{name}.log"
        command = [SPARK / "bin/spark-class", *arguments]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    def says(self, words: str, count: int = 1) -> None:
        """Waits until the log has the words so many times."""
        wait(lambda: len(re.findall(words, self.log.read_text(errors="replace"))) >= count, f"{self.log.name}: {words}")

    def kill(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()


def wait(holds, what: str, seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def written(folder: pathlib.Path) -> dict[str, str]:
    """The texts in Parquet files; gives them by name."""
    paths = sorted((PYTHON.parent / "fixtures").glob("*/input.txt"))
    own = {path.parent.name: gongwen.read_file(path).text for path in paths}
    names = list(own)
    texts = {f"{names[at % len(names)]}-{at:05}": own[names[at % len(names)]] for at in range(COUNT)}
    folder.mkdir()
    for part in range(FILES):
        of_part = list(texts)[part::FILES]
        table = pa.table({"doc": of_part, "text": [texts[name] for name in of_part]})
        pq.write_table(table, folder / f"{part:02}.parquet")
    return texts


def run(folder: pathlib.Path) -> None:
    """Parses on the cluster, and kills a worker while it does."""
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="512m", PYSPARK_PYTHON=sys.executable)
    url, services = f"spark://127.0.0.1:{port()}", []
    try:
        master = Service(
            folder, "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
            "--port", url.rpartition(":")[2], "--webui-port", str(port()),
        )  # fmt: skip
        services.append(master)
        master.says("Starting Spark master")
        workers = [
            Service(
                folder, f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1",
                "--memory", "1g", "--webui-port", str(port()), "--work-dir", str(folder / f"work{number}"), url,
            )
            for number in (1, 2)
        ]  # fmt: skip
        services += workers
        master.says("Registering worker", 2)
        driver = subprocess.Popen([sys.executable, __file__, "--driver", folder, url], env=os.environ | {"PYTHONPATH": str(PYTHON / "recipes")})
        parts = lambda: len([*(folder / "out/parsed").rglob("part-*.parquet")])
        wait(lambda: parts() >= 4 or driver.poll() is not None, "four files written")
        print(f"spark: {parts()} of {FILES} files written, kills a worker")
        workers[0].kill()
        if driver.wait(timeout=600):
            raise SystemExit(f"spark: the driver ended with status {driver.returncode}, see {folder}")
        master.says("worker lost|Removing worker")
    finally:
        for service in services:
            service.kill()


def drive(folder: pathlib.Path, url: str) -> None:
    settings = {
        "spark_driver_host": "127.0.0.1",
        "spark_driver_bindAddress": "127.0.0.1",
        "spark_ui_enabled": "false",
        "spark_executor_cores": "1",
        "spark_executor_memory": "1g",
        "spark_sql_shuffle_partitions": "2",
        # a file a task
        "spark_sql_files_openCostInBytes": "128m",
        "spark_executorEnv_PYTHONPATH": os.pathsep.join([str(PYTHON / "recipes"), str(PYTHON / "tests")]),
    }
    with_spark.main(str(folder / "texts"), str(folder / "out"), url, slowly, **settings)


def compare(folder: pathlib.Path, texts: dict[str, str]) -> None:
    attempts = pq.read_table(folder / "out/parsed", columns=["attempt"])["attempt"]
    again = pc.sum(pc.greater(attempts, 0)).as_py()
    assert len(attempts) == len(texts), f"{len(attempts)} rows for {len(texts)} texts"
    assert again > 0, "no task ran a second time: nothing was lost, so nothing is shown"
    rows = 0
    for name, expected in gongwen.parse_batch(list(texts), list(texts.values())).items():
        expected = pa.table(expected)
        found = pq.read_table(folder / "out" / name).select(expected.column_names)
        # rows of a text are behind each other, texts in the order of whoever read them
        order = lambda table: table.append_column("at", pa.array(range(len(table)))).sort_by([("doc", "ascending"), ("at", "ascending")])
        found, expected = (order(table).drop_columns("at").to_pylist() for table in (found, expected))
        assert found == expected, f"{name}: {len(found)} rows are not the {len(expected)} of one call"
        rows += len(found)
    print(f"spark: {rows} rows in six tables are those of one call; {again} of {len(texts)} texts were read at a second attempt")


def main() -> None:
    if sys.argv[1] == "--driver":
        drive(pathlib.Path(sys.argv[2]), sys.argv[3])
        return
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True)
    texts = written(folder / "texts")
    run(folder)
    compare(folder, texts)


if __name__ == "__main__":
    main()
