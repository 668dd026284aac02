"""Spark: Parquet files with the columns ``doc`` and ``text`` become a folder a table.

usage: with_spark.py TEXTS OUT [MASTER]

Each text is parsed once: a column of structs is written first, and the tables are made of it. Workers need the wheel: set
``PYSPARK_PYTHON`` to a Python that has it.
"""

import sys
from collections.abc import Callable, Iterator

import gongwen
import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

Parsed = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]

NAMES = ["documents", "sections", "tasks", "responsibilities", "citations", "diagnostics"]


def parsed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The struct of each text, and which attempt of its task read it."""
    task = TaskContext.get()
    attempt = task.attemptNumber() if task else 0
    for batch in batches:
        column = pa.array(gongwen.parse_column(batch["text"], ids=batch["doc"]))
        attempts = pa.array([attempt] * len(column), pa.int32())
        yield pa.RecordBatch.from_arrays([attempts, column], ["attempt", "gongwen"])


def main(texts: str, out: str, master: str = "local[2]", parsed: Parsed = parsed, **settings: str) -> None:
    builder = SparkSession.builder.master(master).appName("gongwen")
    for name, value in settings.items():
        builder = builder.config(name.replace("_", "."), value)
    # a batch in Python's memory is some hundred notices, not 10,000
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    none = pa.array([], pa.string())
    schema = next(parsed(iter([pa.record_batch({"doc": none, "text": none})]))).schema
    read = spark.read.parquet(texts).select("doc", "text").mapInArrow(parsed, from_arrow_schema(schema))
    read.write.mode("overwrite").parquet(f"{out}/parsed")
    read = spark.read.parquet(f"{out}/parsed")
    for name in NAMES:
        rows = read.select(f"gongwen.{name}.*") if name == "documents" else read.select(F.inline(f"gongwen.{name}"))
        rows.write.mode("overwrite").parquet(f"{out}/{name}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
