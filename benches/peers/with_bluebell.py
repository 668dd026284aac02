#!/usr/bin/env python3
"""bluebell: plain text of laws to Akoma Ntoso XML, by English keywords at line starts.

usage: with_bluebell.py OUT FILE... (text as it is)
       with_bluebell.py OUT --adapted FILE... (line-start markers turned into its keywords first, within the time)

Writes what it makes of the outline to OUT/sections.csv. Uses the parser in Rust of `bluebell-akn-rs`.
"""
import re
import sys
from importlib.metadata import version

from bluebell.parser import parse_to_xml
from common import peer

NAMESPACE = re.compile(r"^\{[^}]*\}")
LEVELS = {"part", "chapter", "section", "article", "paragraph", "subsection", "subparagraph", "item"}
KEYWORDS = [
    ("PART", re.compile(r"^(第[一二三四五六七八九十百]+[编篇章])[\s　]*(.*)$")),
    ("CHAPTER", re.compile(r"^([一二三四五六七八九十]+、)[\s　]*(.*)$")),
    ("SECTION", re.compile(r"^([（(][一二三四五六七八九十]+[）)])[\s　]*(.*)$")),
    ("ARTICLE", re.compile(r"^(第[一二三四五六七八九十百零]+条)[\s　]*(.*)$")),
    ("PARAGRAPH", re.compile(r"^(\d{1,3}[.．、](?!\d))[\s　]*(.*)$")),
    ("SUBPARAGRAPH", re.compile(r"^([（(]\d{1,2}[）)])[\s　]*(.*)$")),
]


def adapted(text):
    """Each line that begins with a marker becomes keyword, number and heading, indented below the level above it."""
    lines, levels = [], []
    for line in map(str.strip, text.splitlines()):
        for level, (keyword, pattern) in enumerate(KEYWORDS):
            if found := pattern.match(line):
                while levels and levels[-1] >= level:
                    levels.pop()
                lines.append("  " * len(levels) + f"{keyword} {found[1]} - {found[2]}")
                levels.append(level)
                break
        else:
            lines.append("  " * len(levels) + line)
    return "\n".join(lines)


def outline(element, depth, rows):
    for child in element:
        tag = NAMESPACE.sub("", child.tag) if isinstance(child.tag, str) else ""
        if tag in LEVELS:
            part = {NAMESPACE.sub("", e.tag): "".join(e.itertext()) for e in child if NAMESPACE.sub("", e.tag) in ("num", "heading")}
            rows.append({"depth": depth, "label": part.get("num", ""), "heading": part.get("heading", ""), "text": ""})
        outline(child, depth + (tag in LEVELS), rows)
    return rows


def reader(prepare):
    return lambda text: {"sections": outline(parse_to_xml(prepare(text), "act", "/akn/cn/act/2024/1"), 1, [])}


if __name__ == "__main__":
    adapt = "--adapted" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--adapted"]
    peer(version("bluebell-akn"), reader(adapted if adapt else str), tables=True)
