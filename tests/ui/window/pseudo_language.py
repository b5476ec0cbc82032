"""A language of marks: every word that can be translated is seen by its brackets."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)

from tests.architecture.tree import ROOT

CODE = "qq"
_HOLE = re.compile(r"\\\{[^}]*\}")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_ROWS = 5
_NAMES = {"Postroom"}


def make(folder: Path) -> frozenset[str]:
    """Writes `postroom_qq.qm` into a folder; every text that lupdate finds in the window."""
    ts, qm = folder / f"postroom_{CODE}.ts", folder / f"postroom_{CODE}.qm"
    _run("pyside6-lupdate", "-extensions", "py", str(ROOT / "desktop_app" / "ui"), "-ts", str(ts))
    # No parser of strangers' files: lupdate has just written it.
    tree = ET.parse(ts)  # noqa: S314
    sources = set()
    for message in tree.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        assert source.text
        translation.text = f"⟦{source.text}⟧"
        del translation.attrib["type"]
        sources.add(source.text)
    tree.write(ts, encoding="utf-8")
    _run("pyside6-lrelease", str(ts), "-qm", str(qm))
    return frozenset(sources)


def _run(program: str, *arguments: str) -> None:
    path = Path(sys.executable).with_name(program)
    subprocess.run([path, *arguments], check=True, capture_output=True, timeout=120)


def unmarked(sources: frozenset[str], shown: set[str]) -> list[str]:
    """What is shown in English though it can be translated: "2 to pay" for "{0} to pay", too."""
    plain = {text for text in shown if "⟦" not in text and _WORDS.search(text)} - _NAMES
    filled = [_pattern(source) for source in sources if "{" in source]
    own = [one for one in filled if one is not None]
    return sorted(
        text for text in plain if text in sources or any(one.fullmatch(text) for one in own)
    )


def _pattern(source: str) -> re.Pattern[str] | None:
    """A text with what may be filled into it; None where that alone could be all of it."""
    if len(_WORDS.findall(re.sub(r"\{[^}]*\}", "", source))) < 2:
        return None
    return re.compile(_HOLE.sub(".+", re.escape(source)))


def shown_in(window: QWidget) -> set[str]:
    """Every text of a window that can be seen, pointed at, or heard."""
    parts = [window, *(one for one in window.findChildren(QWidget) if one.isVisible())]
    return {text.strip() for part in parts for text in _texts(part)} - {""}


def _texts(part: QWidget) -> Iterator[str]:
    yield from (part.windowTitle(), part.toolTip(), part.accessibleName())
    if isinstance(part, (QLabel, QAbstractButton)):
        yield part.text()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, QGroupBox):
        yield part.title()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(min(part.count(), _ROWS)))
    elif isinstance(part, QAbstractItemView) and part.model():
        yield from _cells(part.model())
    elif isinstance(part, (QMenuBar, QMenu)):
        yield from _entries(part)


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    across = Qt.Orientation.Horizontal
    # Of a plain list PySide hides the number: it has one column.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, across) or "")
        for row in range(min(model.rowCount(), _ROWS)):
            yield str(model.index(row, column).data() or "")


def _entries(menu: QMenuBar | QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield action.text()
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _entries(inner)
        elif isinstance(action, QAction):
            yield action.toolTip() if action.toolTip() != action.text() else ""
