#!/usr/bin/env python3
"""What a file of corrections, saved by the page of `gongwen review`, says of one notice, as parts of a fixture.

usage: scripts/corrections.py FILE TEXT [--doc DOC]

Writes the notice's text to TEXT and prints the corrections as `[[corrections]]` for source.toml. --doc names the notice
where the file has several.
"""

import argparse
import json
import sys


def fail(words):
    print(f"corrections: {words}", file=sys.stderr)
    sys.exit(2)


def notice_of(path, doc):
    """The notice that is meant."""
    try:
        with open(path, encoding="utf-8") as file:
            saved = json.load(file)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        fail(f"{path}: {error}")
    if not isinstance(saved, dict) or (saved.get("format"), saved.get("version")) != ("gongwen-corrections", 1):
        fail(f"{path}: no file of corrections, version 1")
    notices = {notice["doc"]: notice for notice in saved["notices"]}
    if doc is None and len(notices) == 1:
        return next(iter(notices.values()))
    if doc not in notices:
        fail(f"{path}: name one of its notices by --doc: {', '.join(notices)}")
    return notices[doc]


def string(words):
    """A TOML string, which escapes as JSON does, and DEL too."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def table(correction, text):
    """A correction as TOML. It holds today if the reader said that the page is right."""
    start, end = correction["span"]
    if text[start:end].decode(errors="replace") != correction["text"]:
        fail(f"the text at {start} to {end} is not {correction['text']!r}")
    lines = ["", "[[corrections]]", f"span = [{start}, {end}]"]
    lines += [f"{key} = {string(correction[key])}" for key in ("text", "was", "is", "role", "note") if correction.get(key)]
    right = (correction["was"], correction["was_role"]) == (correction["is"], correction["role"])
    return lines if right else [*lines, "holds = false"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("text")
    parser.add_argument("--doc")
    asked = parser.parse_args()
    notice = notice_of(asked.file, asked.doc)
    text = notice["text"].encode()
    lines = [line for correction in notice["corrections"] for line in table(correction, text)]
    with open(asked.text, "wb") as file:
        file.write(text)
    print("\n".join(lines))


main()
