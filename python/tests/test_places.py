"""Places count characters: for every value the text's slice, mended, is the value."""

import datetime
import itertools
import json
import subprocess

import gongwen
import pyarrow as pa
import pytest


def objects(value, key=None):
    """Every object of JSON in it, with the key that it stands under."""
    if isinstance(value, dict):
        yield key, value
        for own, item in value.items():
            yield from objects(item, own)
    elif isinstance(value, list):
        for item in value:
            yield from objects(item, key)


# Told by other words than their own: 2024年5月10日 is 2024-05-10, 令 is short for 命令.
OTHERWISE = {"date", "dated", "printed_on", "genre"}


def words(key, found):
    """The words that an object has from its place; none for one that holds others."""
    names = set(found)
    if names == {"value", "span"}:
        return None if key in OTHERWISE else found["value"]
    if names == {"title", "doc_number", "span"}:
        return f"《{found['title']}》"
    if names & {"agency_code", "subject"} or names == {"role", "text", "span"}:
        return found["text"]
    return found.get("label") if "style" in names else found.get("name")


def test_the_mended_slice_is_the_value(texts):
    said = 0
    for name, text in texts.items():
        for key, found in objects(gongwen.parse(text).to_dict()["notice"]):
            value = words(key, found)
            if value is not None:
                start, end = found["span"]
                assert gongwen.mend(text[start:end]) == value, (name, key, found)
                said += 1
    assert said > 10_000


def same(view, plain, path=""):
    """Holds an object, read lazily, against the plain form of the same value."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "position":
                assert (view.line, view.column) == (value["line"], value["column"]), path
            elif not (isinstance(view, gongwen.Metadata) and key in ("title", "doc_number", "date")):
                same(getattr(view, key), value, f"{path}.{key}")
    elif isinstance(view, gongwen.Span):
        assert (view.start, view.end) == plain, path
    elif isinstance(plain, list):
        assert isinstance(view, tuple) and len(view) == len(plain), path
        for place, (one, other) in enumerate(zip(view, plain)):
            same(one, other, f"{path}[{place}]")
    elif isinstance(view, datetime.date):
        assert view.isoformat() == plain, path
    else:
        assert view == plain, path


def as_json(plain):
    """A place is a tuple in the plain form."""
    return json.loads(json.dumps(plain))


def test_objects_hold_what_the_plain_form_has(texts):
    for name, text in texts.items():
        notice = gongwen.parse(text)
        plain = notice.to_dict()
        assert json.loads(notice.to_json()) == as_json(plain)
        same(notice.diagnostics, plain["diagnostics"], name)
        for key, value in plain["notice"].items():
            if key != "tables" or value:
                same(getattr(notice, key), value, f"{name}.{key}")
        assert len(notice.tasks) == sum("measures" in found for _, found in objects(plain))
        assert [section.to_dict() for section in notice.document.body.sections] == plain["notice"]["document"]["body"]["sections"]


def test_the_plain_form_is_the_tools_with_places_in_characters(texts, tool, tmp_path):
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    lines = subprocess.run([tool, "json", "--lines", tmp_path], check=True, capture_output=True).stdout.splitlines()
    assert len(lines) == len(texts)
    for line in lines:
        whole = json.loads(line)
        text = texts[whole.pop("doc")]
        widths = (len(character.encode()) for character in text)
        characters = {byte: place for place, byte in enumerate(itertools.accumulate(widths, initial=0))}
        assert in_characters(whole, characters) == as_json(gongwen.parse(text).to_dict())


def in_characters(value, characters):
    if isinstance(value, dict):
        return {key: in_characters(item, characters) for key, item in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        return [characters[item] for item in value]
    return [in_characters(item, characters) for item in value] if isinstance(value, list) else value


PLACES = ("start", "end", "label_start", "label_end", "heading_start", "heading_end")


@pytest.mark.parametrize("resolve", [False, True])
def test_tables_in_characters_have_the_same_rows_and_places_that_slice(texts, resolve):
    tables = [
        gongwen.parse_batch(texts, texts.values(), resolve=resolve, offsets=offsets) for offsets in ("byte", "char")
    ]
    bytes_of = {name: text.encode() for name, text in texts.items()}
    for name in tables[0]:
        in_bytes, in_chars = (pa.table(of[name]) for of in tables)
        assert in_bytes.schema.metadata == {b"offsets": b"utf-8"}
        assert in_chars.schema.metadata == {b"offsets": b"characters"}
        for column in in_bytes.column_names:
            one, other = in_bytes[column].to_pylist(), in_chars[column].to_pylist()
            if column in PLACES:
                docs = in_bytes["doc"].to_pylist()
                one = [None if at is None else len(bytes_of[doc][:at].decode()) for doc, at in zip(docs, one)]
            assert one == other, (name, column)


def test_a_character_outside_the_basic_plane_counts_one():
    text = "一、修建𠮷安渔港。（市交通局牵头）"
    unit = gongwen.parse(text).tasks[0].units[0]
    assert text[unit.span.start : unit.span.end] == text[unit.span.slice] == unit.name == "市交通局"


def test_answers_of_the_second_layer_stand_at_their_words(texts):
    told = 0
    for text in texts.values():
        resolved = gongwen.parse(text).resolve()
        plain = resolved.to_dict()
        assert json.loads(resolved.to_json()) == as_json(plain)
        for unit in resolved.units:
            assert gongwen.mend(text[unit.span.slice]) == unit.name
            told += unit.canonical is not None
        assert [time.text for time in resolved.times] == [time["text"] for time in plain["times"]]
        assert [(time.span.start, time.span.end) for time in resolved.times] == [time["span"] for time in plain["times"]]
    assert told > 300
