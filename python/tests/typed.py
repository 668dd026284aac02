"""A program that a type checker must take as it is: mypy --strict."""

from datetime import date

import gongwen


def leads(text: str) -> list[str]:
    notice: gongwen.Notice = gongwen.parse(text, strict=False)
    day: date | None = notice.date.value if notice.date else None
    names = [unit.name for task in notice.tasks for unit in task.units if unit.role == "lead"]
    return names if day is None else [f"{day:%Y} {name}" for name in names]


def rows(texts: dict[str, str]) -> int:
    tables = gongwen.parse_batch(texts, texts.values(), resolve=True, threads=2, offsets="char")
    return sum(table.num_rows for _, table in tables.items())


def wrong(text: str) -> None:
    gongwen.parse(text).titel  # type: ignore[attr-defined]
    gongwen.parse_batch([text], [text], offsets="utf-16")  # type: ignore[arg-type]
