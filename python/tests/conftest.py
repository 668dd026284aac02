"""What the tests share: the texts of the fixtures and, where it is there, of the collection beside the repository."""

import os
import pathlib

import gongwen
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "../shared/corpus"


def pytest_report_header():
    return None if CORPUS.is_dir() else "skipped: ../shared/corpus is not there, the fixtures alone are compared"


@pytest.fixture(scope="session")
def texts():
    """Texts by name, as the readers have them."""
    paths = {f"{path.parent.name}.txt": path for path in sorted((ROOT / "fixtures").glob("*/input.txt"))}
    assert len(paths) > 200
    for folder in ("text", "unlabelled"):
        paths |= {f"{folder}-{path.name}": path for path in sorted((CORPUS / folder).glob("*.txt"))}
    return {name: gongwen.read_file(path).text for name, path in paths.items()}


@pytest.fixture(scope="session")
def tool():
    """The command-line tool, which the tables are held against."""
    return os.environ["GONGWEN"]
