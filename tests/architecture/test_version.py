"""The version stands in pyproject.toml and nowhere else, and the changelog begins with it."""

import re
import tomllib

from tests.architecture.tree import ROOT, named, python_files

VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
HEADING = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (Unreleased|\d{4}-\d\d-\d\d)$", re.MULTILINE)


def test_the_changelog_begins_with_the_version() -> None:
    top = HEADING.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert top
    assert top[1] == VERSION


def test_no_version_is_listed_twice_and_newer_ones_come_first() -> None:
    headings = HEADING.findall((ROOT / "CHANGELOG.md").read_text("utf-8"))
    order = [tuple(map(int, version.split("."))) for version, _ in headings]
    assert order == sorted(set(order), reverse=True)
    assert "Unreleased" not in [date for _, date in headings[1:]]


def test_no_code_repeats_it() -> None:
    again = [
        named(path)
        for path in python_files("desktop_app", "packaging", "tasks.py")
        if f'"{VERSION}"' in path.read_text("utf-8")
    ]
    assert again == []
