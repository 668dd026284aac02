"""What the documentation shows is what happens; every public name has documentation."""

import doctest
import inspect
import re

import gongwen
import pytest
from conftest import ROOT

PAGES = ["python/README.md", "docs/en/src/python.md", "docs/zh/src/python.md"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_true(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    # fences are Markdown's, not printed
    words = re.sub(r"^```.*$", "", (ROOT / page).read_text("utf-8"), flags=re.M)
    test = doctest.DocTestParser().get_doctest(words, {}, page, page, 0)
    assert len(test.examples) > 3
    assert doctest.DocTestRunner().run(test).failed == 0


def documented():
    yield "gongwen", gongwen
    for name in gongwen.__all__:
        if name != "__version__":
            value = getattr(gongwen, name)
            yield name, value
            if inspect.isclass(value):
                members = [(key, member) for key, member in vars(value).items() if not key.startswith("_")]
                yield from ((f"{name}.{key}", member) for key, member in members)


@pytest.mark.parametrize("name,value", list(documented()), ids=lambda value: value if isinstance(value, str) else "")
def test_docstrings_are_there_and_true(name, value):
    assert value.__doc__, name
    test = doctest.DocTestParser().get_doctest(value.__doc__, {}, name, None, 0)
    assert doctest.DocTestRunner().run(test).failed == 0
