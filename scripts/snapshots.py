#!/usr/bin/env python3
"""Prints the snapshots of a folder of fixtures as `gongwen json --lines` would print what they were made of.

usage: scripts/snapshots.py FIXTURES SCHEMA

A snapshot leaves out what is empty; SCHEMA, which `gongwen schema json` prints, says which lists these are.
"""

import json
import sys
from pathlib import Path


def whole(value, schema, definitions):
    """The value with the lists that the schema asks for and that it leaves out."""
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[1]]
    for choice in schema.get("anyOf", []) + schema.get("oneOf", []):
        if choice.get("type") != "null":
            return whole(value, choice, definitions)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        return [whole(item, schema["items"], definitions) for item in value]
    if not isinstance(value, dict):
        return value
    filled = dict(value)
    for name, of in schema.get("properties", {}).items():
        if name in value:
            filled[name] = whole(value[name], of, definitions)
        elif name in schema.get("required", []):
            filled[name] = empty(of, definitions)
    return filled


def empty(schema, definitions):
    """What a snapshot leaves out under a name: no list, or an object of nothing."""
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("type") == "array":
        return []
    if schema.get("type") == "object":
        return whole({}, schema, definitions)
    return None


def main():
    folder, schema = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    definitions = schema.get("$defs", {})
    for snapshot in sorted(folder.glob("*/notice.snap")):
        # what is read now, where that differs
        now = snapshot.with_suffix(".snap.new")
        text = (now if now.exists() else snapshot).read_text()
        # insta's own lines stand between two of ---
        parsed = json.loads(text.split("---\n", 2)[2])
        parsed["doc"] = f"{snapshot.parent.name}/input.txt"
        print(json.dumps(whole(parsed, schema, definitions), ensure_ascii=False))


main()
