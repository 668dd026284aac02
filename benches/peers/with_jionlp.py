#!/usr/bin/env python3
"""JioNLP: all bracketed stretches, and all expressions of time. It has no notion of a notice, an outline or a clause.

usage: with_jionlp.py OUT FILE...
"""
import contextlib
import io
from importlib.metadata import version

from common import peer

with contextlib.redirect_stdout(io.StringIO()):  # it greets on import
    import jionlp

BRACKETS = "（）()〔〕[]"


def read(text):
    times = [found["text"] for found in jionlp.ner.extract_time(text)]
    return {"brackets": jionlp.extract_parentheses(text, parentheses=BRACKETS), "times": times}


if __name__ == "__main__":
    peer(version("jionlp"), read)
