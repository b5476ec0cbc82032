"""Every word of the window can be translated: it is marked where lupdate finds it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import named, python_files, tree
from tests.architecture.words import marked, plain


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in python_files("desktop_app/ui"):
        yield path, tree(path)


def run_at_import(scope: ast.Module | ast.ClassDef) -> Iterator[ast.stmt]:
    """The statements of a module and of its classes that stand in no function."""
    for node in scope.body:
        if isinstance(node, ast.ClassDef):
            yield from run_at_import(node)
        elif not isinstance(node, ast.FunctionDef):
            yield node


def test_what_is_translated_stands_there_letter_for_letter() -> None:
    found = [
        f"{named(path)}:{call.lineno}"
        for path, module in trees()
        for call, text in marked(module)
        if text is None
    ]
    assert found == []


def test_words_are_looked_up_under_the_name_that_lupdate_gives_them() -> None:
    """It takes what stands before `tr` for the class, unless that is `self`."""
    found = [
        f"{named(path)}:{call.lineno}"
        for path, module in trees()
        for call, _text in marked(module)
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) != "self"
    ]
    assert found == []


def test_no_word_is_looked_up_before_the_language_is_known() -> None:
    found = [
        f"{named(path)}:{call.lineno}"
        for path, module in trees()
        for node in run_at_import(module)
        for call, _text in marked(ast.Module([node], []))
    ]
    assert found == []


def test_nothing_is_shown_that_is_not_marked() -> None:
    found = [
        f"{named(path)}:{node.lineno} {node.value!r}"
        for path, module in trees()
        for node in plain(module)
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'box.setToolTip("Search")',
        'QLabel("Search")',
        'QAction(icon("edit"), "Open", self)',
        'button("Send", kind="quiet")',
        'box.setText(f"{n} parcels")',
    ],
)
def test_a_word_that_is_not_marked_would_be_found(code: str) -> None:
    assert list(plain(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ['box.setToolTip(self.tr("Search"))', 'box.setText("–")', 'button(self.tr("A"), name="a")'],
)
def test_marked_words_and_mere_signs_pass(code: str) -> None:
    assert not list(plain(ast.parse(code)))


def test_a_translation_of_a_variable_would_be_found() -> None:
    assert [text for _, text in marked(ast.parse('self.tr("A"); self.tr(name)'))] == ["A", None]
