"""Polars: a folder of Parquet files with the columns ``doc`` and ``text`` becomes a table of tasks, as a stream.

usage: with_polars.py FOLDER
"""

import sys

import gongwen
import polars as pl

TABLES = pl.Series(gongwen.parse_column([])).dtype


def tables(texts: pl.LazyFrame) -> pl.LazyFrame:
    """A column ``gongwen`` beside each text: its row of ``documents`` and the lists of its rows in the other tables."""

    def parsed(batch: pl.DataFrame) -> pl.DataFrame:
        column = gongwen.parse_column(batch["text"], ids=batch["doc"])
        return batch.select("doc").with_columns(gongwen=pl.Series(column))

    return texts.map_batches(parsed, schema={"doc": pl.String, "gongwen": TABLES}, streamable=True)


def table(read: pl.LazyFrame, name: str) -> pl.LazyFrame:
    """One of the tables: ``tasks``."""
    rows = read.select(pl.col("gongwen").struct.field(name))
    if name != "documents":
        rows = rows.filter(pl.col(name).list.len() > 0).explode(name)
    return rows.unnest(name)


if __name__ == "__main__":
    print(table(tables(pl.scan_parquet(f"{sys.argv[1]}/*.parquet")), "tasks").collect(engine="streaming"))
