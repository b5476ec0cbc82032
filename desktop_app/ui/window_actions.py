"""What the window does at a key, wherever the cursor is."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Work = Callable[[], object]


def add_actions(window: QWidget, works: Iterable[tuple[str, str, Work]]) -> list[QAction]:
    """An action for each (words, keys, work)."""
    return [_action(window, *one) for one in works]


def _action(window: QWidget, text: str, keys: str, work: Work) -> QAction:
    action = QAction(text, window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _checked: work())
    window.addAction(action)
    return action
