"""Ray: Parquet files with the columns ``doc`` and ``text`` become a table of tasks.

usage: with_ray.py FOLDER [TABLE]
"""

import sys

import gongwen
import pyarrow as pa
import ray.data


def table(folder: str, name: str) -> ray.data.Dataset:
    def rows(batch: pa.Table) -> pa.Table:
        # an engine has its own workers
        return pa.table(gongwen.parse_batch(batch["doc"], batch["text"], threads=1)[name])

    return ray.data.read_parquet(folder).map_batches(rows, batch_format="pyarrow", batch_size=256)


if __name__ == "__main__":
    table(sys.argv[1], *sys.argv[2:] or ["tasks"]).show()
