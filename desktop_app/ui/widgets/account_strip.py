"""The thin line along the window's top edge that says that no real parcel is sent."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.domain.account import Environment
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.restyle import set_style


class AccountStrip(QFrame):
    """Violet with the word PRACTICE, amber with SANDBOX; for Live there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accountStrip")
        self.setProperty("role", "accountStrip")
        self._word = QLabel()
        self._sentence = QLabel()
        self._word.setProperty("role", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(S + 4, 2, S + 4, 2)
        row.setSpacing(S)
        row.addWidget(self._word)
        row.addWidget(self._sentence)
        row.addStretch(1)
        self.set_environment(Environment.PRACTICE)

    @property
    def word(self) -> str:
        """PRACTICE or SANDBOX; "" for Live."""
        return self._word.text()

    def set_environment(self, environment: Environment) -> None:
        """Show which service is in use."""
        words = {
            Environment.PRACTICE: (self.tr("PRACTICE"), self.tr("Nothing is sent or charged.")),
            Environment.SANDBOX: (self.tr("SANDBOX"), self.tr("Parcel2Go's test service.")),
        }
        word, sentence = words.get(environment, ("", ""))
        self._word.setText(word)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{word} {sentence}")
        set_style(self, "tone", environment.value)
        self.setVisible(bool(word))
