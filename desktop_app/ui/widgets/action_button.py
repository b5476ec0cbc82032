"""A button that does what an action does, and is grey when the action is."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.widgets.buttons import button


def action_button(action: QAction, *, name: str = "") -> QPushButton:
    """A quiet button with the action's words, icon and key."""
    made = button(action.text(), kind="quiet", name=name)
    made.setIcon(action.icon())
    made.setToolTip(action.shortcut().toString(action.shortcut().SequenceFormat.NativeText))
    made.setEnabled(action.isEnabled())
    made.clicked.connect(action.trigger)
    action.enabledChanged.connect(made.setEnabled)
    return made
