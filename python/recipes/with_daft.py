"""Daft: Parquet files with the columns ``doc`` and ``text`` become a table of tasks.

usage: with_daft.py FOLDER [TABLE]
"""

import sys

import daft
import gongwen
import pyarrow as pa

TABLES = daft.DataType.from_arrow_type(pa.array(gongwen.parse_column([])).type)


@daft.func.batch(return_dtype=TABLES)
def parsed(docs: daft.Series, texts: daft.Series) -> daft.Series:
    column = gongwen.parse_column(texts.to_arrow(), ids=docs.to_arrow())
    return daft.Series.from_arrow(pa.array(column))


def table(folder: str, name: str) -> daft.DataFrame:
    read = daft.read_parquet(f"{folder}/*.parquet")
    rows = read.select(parsed(read["doc"], read["text"]).get(name).alias("row"))
    if name != "documents":
        rows = rows.explode("row").where(daft.col("row").not_null())
    return rows.select(daft.col("row").unnest())


if __name__ == "__main__":
    print(table(sys.argv[1], *sys.argv[2:] or ["tasks"]).to_arrow())
