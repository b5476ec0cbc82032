"""Which strings of a module a user sees, and which of them are marked for translation."""

import ast
import re
from collections.abc import Iterator

_WORD = re.compile(r"[A-Za-z]{2}")
# Of these calls every positional string is seen; keywords are names, kinds and roles.
_SHOWING = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setTitle", "addMenu", "addAction", "setStatusTip", "showMessage",
    "show_message", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction",
    "body", "note", "title", "section", "muted", "line_text", "button", "PrimaryButton",
}  # fmt: skip
# Strings inside these are no words: an icon's name, a number's form.
_NAMING = {"icon", "format", "strftime", "get", "property", "join", "replace"}
_NO_WORDS = {"info", "warning", "danger", "error", "success", "Postroom"}


def name_of(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def marked(tree: ast.Module) -> Iterator[tuple[ast.Call, str | None]]:
    """Each call of `tr` and `translate` with its text; None where it is no plain string."""
    for call in _calls(tree):
        if name_of(call) in {"tr", "translate"} and call.args:
            text = call.args[-1] if name_of(call) == "translate" else call.args[0]
            is_plain = isinstance(text, ast.Constant) and isinstance(text.value, str)
            yield call, text.value if is_plain else None  # type: ignore[attr-defined]


def plain(tree: ast.Module) -> Iterator[ast.Constant]:
    """Words that are shown as they stand in the code."""
    for call in _calls(tree):
        if name_of(call) in _SHOWING:
            for given in call.args:
                yield from _words(given)


def _words(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Call) and name_of(node) in {"tr", "translate", *_NAMING}:
        return
    if isinstance(node, ast.Constant):
        is_word = isinstance(node.value, str) and _WORD.search(node.value)
        if is_word and node.value not in _NO_WORDS:
            yield node
        return
    if isinstance(node, (ast.Subscript, ast.Compare)):
        return
    for child in ast.iter_child_nodes(node):
        yield from _words(child)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
