"""About Postroom, and the keys it knows."""

import PySide6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.system.versions import versions
from desktop_app.ui.theme.app_icon import app_icon
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note, section, title

translate = QCoreApplication.translate
_MARK = 48


class AboutDialog(QDialog):
    """What this is, in which versions, under which licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Postroom"))
        mark = body("")
        mark.setPixmap(app_icon().pixmap(_MARK, _MARK))
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(mark)
        head.addWidget(title("Postroom"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(body(self.tr("Compare couriers, pay, and print the label.")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        for row, (name, version) in enumerate(versions(PySide6.__version__).items()):
            grid.addWidget(note(name), row, 0)
            shown = body(version)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, row, 1)
        column.addSpacing(S)
        column.addLayout(grid)
        column.addSpacing(S)
        words = self.tr(
            "Postroom is free software under the MIT licence. Qt and PySide6 are used under the "
            "LGPL. Postroom is not made by Parcel2Go."
        )
        column.addWidget(note(words))
        column.addLayout(_closing(self))


class KeysDialog(QDialog):
    """Every key the window knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S)
        for heading, keys in self._keys():
            column.addSpacing(S if column.count() else 0)
            column.addWidget(section(heading))
            grid = QGridLayout()
            grid.setHorizontalSpacing(M)
            grid.setColumnMinimumWidth(0, 120)
            for row, (key, words) in enumerate(keys):
                grid.addWidget(body(key, strong=True), row, 0)
                grid.addWidget(body(words), row, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        column.addLayout(_closing(self))

    def _keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                self.tr("Everywhere"),
                [
                    ("Ctrl+N", self.tr("New shipment")),
                    ("Ctrl+O", self.tr("Open a draft file")),
                    ("Ctrl+I, Ctrl+Shift+V", self.tr("Bring in orders, paste them")),
                    ("Ctrl+L, Ctrl+B", self.tr("List of shipments, address book")),
                    ("Ctrl+K, Ctrl+G", self.tr("Book the day, ledger")),
                    ("Ctrl+,", self.tr("Settings")),
                    ("Ctrl+Z", self.tr("Undo what was just done")),
                    (self.tr("F1 or ?"), self.tr("These keys")),
                ],
            ),
            (
                self.tr("In the list"),
                [
                    ("Ctrl+F", self.tr("Search; or just type")),
                    (self.tr("Enter"), self.tr("Open")),
                    (self.tr("Space"), self.tr("Show or hide the details, with the label")),
                    ("Ctrl+D", self.tr("Send again, as a new draft")),
                    ("Ctrl+P", self.tr("Print the label")),
                    (self.tr("Del"), self.tr("Delete, with Undo")),
                ],
            ),
            (
                self.tr("In a shipment"),
                [
                    (self.tr("Enter"), self.tr("The strong button: continue, pay, print")),
                    ("Ctrl+Enter", self.tr("The same, from any field")),
                    ("Ctrl+1 … Ctrl+8", self.tr("Go to a step")),
                    (self.tr("Alt+Left"), self.tr("Back one step")),
                    (self.tr("Esc"), self.tr("Back to the list; the draft is kept")),
                ],
            ),
        ]


def _closing(dialog: QDialog) -> QHBoxLayout:
    close = button(translate("Dialogs", "Close"), kind="primary", name="close")
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.setContentsMargins(0, S, 0, 0)
    row.addStretch(1)
    row.addWidget(close)
    return row
