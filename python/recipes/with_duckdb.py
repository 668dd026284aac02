"""DuckDB: ``gongwen(text)`` as a function of SQL, over Parquet files with the columns ``doc`` and ``text``.

usage: with_duckdb.py FOLDER
"""

import sys

import duckdb
import gongwen
import pyarrow as pa


def connect() -> duckdb.DuckDBPyConnection:
    """A connection that knows ``gongwen(doc, text)``: a struct of the text's row of ``documents`` and the lists of its others."""
    connection = duckdb.connect()
    parse = lambda docs, texts: pa.array(gongwen.parse_column(texts, ids=docs))
    empty = pa.table({"gongwen": pa.array(gongwen.parse_column([]))})
    holds = connection.sql("select gongwen from empty").types[0]
    connection.create_function("gongwen", parse, ["VARCHAR", "VARCHAR"], holds, type="arrow", null_handling="special")
    return connection


def table(connection: duckdb.DuckDBPyConnection, folder: str, name: str) -> duckdb.DuckDBPyRelation:
    """One of the tables: ``tasks``."""
    rows = "gongwen.documents" if name == "documents" else f"unnest(gongwen.{name})"
    return connection.sql(
        f"select unnest(row) from (select {rows} as row from"
        f" (select gongwen(doc, text) as gongwen from read_parquet('{folder}/*.parquet')))"
    )


if __name__ == "__main__":
    print(table(connect(), sys.argv[1], "tasks"))
