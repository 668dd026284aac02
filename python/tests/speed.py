"""What Python costs: processor time of the calls beside the library's, in one run, round by round.

usage: speed.py PARSE_TIME [ROUNDS]

PARSE_TIME is `python/examples/parse_time.rs`, built in the same profile as the wheel. Texts are those of ../shared/corpus, or the
fixtures where it is not there. The least of all rounds counts; strings are made anew for each.
"""

import pathlib
import subprocess
import sys
import time
from collections.abc import Callable

import gongwen

ROOT = pathlib.Path(__file__).resolve().parents[2]
corpus = [path for folder in ("text", "unlabelled") for path in sorted((ROOT / "../shared/corpus" / folder).glob("*.txt"))]
PATHS = corpus or sorted((ROOT / "fixtures").glob("*/input.txt"))
RAW = [path.read_bytes() for path in PATHS]
NAMES = [path.name for path in PATHS]


def each(call: Callable[[str], object]) -> Callable[[list[str]], None]:
    """The call on each text; as in Rust, a result is dropped before the next."""

    def calls(texts: list[str]) -> None:
        for text in texts:
            call(text)

    return calls


def every_object(text: str) -> None:
    for task in gongwen.parse(text).tasks:
        task.text.value, task.path
        for unit in task.units:
            unit.name, unit.role, unit.span


CALLS = {
    "parse": each(gongwen.parse),
    "parse, every task and unit read": each(every_object),
    "parse_batch, one thread": lambda texts: gongwen.parse_batch(NAMES, texts, threads=1),
    'parse_batch, one thread, offsets="char"': lambda texts: gongwen.parse_batch(NAMES, texts, threads=1, offsets="char"),
    "parse_column": gongwen.parse_column,
    "to_json": each(lambda text: gongwen.parse(text).to_json()),
    "to_dict": each(lambda text: gongwen.parse(text).to_dict()),
}
# What the project promises of these two.
MOST = {"parse": 1.05, "parse_batch, one thread": 1.2}


def main(parse_time: str, rounds: int = 9) -> None:
    rust = subprocess.Popen([parse_time, *map(str, PATHS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    times: dict[str, list[int]] = {name: [] for name in ["Rust", *CALLS]}
    for _ in range(rounds):
        print(file=rust.stdin, flush=True)
        times["Rust"].append(int(rust.stdout.readline()))
        for name, call in CALLS.items():
            texts = [raw.decode() for raw in RAW]
            start = time.process_time_ns()
            call(texts)
            times[name].append(time.process_time_ns() - start)
    rust.stdin.close()
    rust.wait()
    size = sum(map(len, RAW))
    least = {name: min(taken) / size for name, taken in times.items()}
    print(f"{len(RAW)} texts, {size:,} bytes, the least of {rounds} rounds, processor time")
    for name, taken in least.items():
        factor = taken / least["Rust"]
        wanted = f", wanted {MOST[name]}" if name in MOST else ""
        print(f"{name:42} {taken:6.1f} ns/byte {factor:5.2f} x Rust{wanted}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
