"""The habits of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import imports, named, python_files, tree

ALL = ("desktop_app", "tests", "packaging", "tasks.py")
GATHERERS = {"utils", "util", "common", "core", "helpers", "helper", "manager", "misc"}
# Standard output belongs to those who promise something on it.
PRINTERS = ("desktop_app/cli", "desktop_app/practice", "desktop_app/tour", "desktop_app/tour.py")
BROAD = {"Exception", "BaseException"}


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The dotted name of what is called, as far as it is one."""
    return ast.unparse(call.func)


def at(path: Path, node: ast.expr | ast.excepthandler) -> str:
    return f"{named(path)}:{node.lineno}"


def test_no_module_gathers_everything() -> None:
    parts = {part: path for path in python_files(*ALL) for part in path.with_suffix("").parts}
    assert {named(parts[part]) for part in GATHERERS & set(parts)} == set()


def test_every_module_says_what_it_is_for() -> None:
    assert [named(p) for p in python_files(*ALL) if not ast.get_docstring(tree(p))] == []


def test_only_the_command_line_prints() -> None:
    quiet = set(python_files("desktop_app")) - set(python_files(*PRINTERS))
    assert [
        at(p, call) for p in sorted(quiet) for call in calls(p) if called(call) == "print"
    ] == []


def test_at_most_two_places_catch_everything() -> None:
    places = [
        at(path, node)
        for path in python_files("desktop_app")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert len(places) <= 2, places


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Whether it keeps any error; one that raises it again, or another from it, does not."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and (last.exc is None or last.cause is not None):
        return False
    if handler.type is None:
        return True
    names = (node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name))
    return not BROAD.isdisjoint(names)


def test_files_are_brought_to_the_disk_in_one_place() -> None:
    places = {
        named(path)
        for path in python_files("desktop_app")
        for call in calls(path)
        if called(call) == "os.fsync"
    }
    assert places == {"desktop_app/system/whole_files.py"}


def test_no_test_sleeps() -> None:
    """A test that waits for time is slow where it passes and false where it fails."""
    sleeps = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}
    assert [at(p, c) for p in python_files("tests") for c in calls(p) if called(c) in sleeps] == []


def test_no_test_mocks() -> None:
    """Fakes over HTTP show what the real thing does; a mock shows what we think it does."""
    mocks = ("unittest.mock", "pytest_mock")
    assert [named(p) for p in python_files("tests") if not set(mocks).isdisjoint(imports(p))] == []
