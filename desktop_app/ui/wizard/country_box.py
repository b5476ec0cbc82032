"""A country, chosen from a list or typed in any usual way: "Holland", "US", "Deutschland"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from desktop_app.domain.country import CountryBook
from desktop_app.domain.country_names import english_name, is_alpha3, known_countries, to_alpha3

Choice = tuple[str, str]


def country_choices(book: CountryBook) -> tuple[Choice, ...]:
    """Name and alpha-3 code of each country of the list; of all countries while there is none."""
    if book.rows:
        return tuple((_plain(row.name), row.alpha3) for row in book.main_rows())
    return tuple(sorted((english_name(code), code) for code in known_countries()))


def _plain(name: str) -> str:
    """The list's "Spain (Mainland Only)" is where a country's regions are chosen apart."""
    return name.replace(" (Mainland Only)", "").replace("UK - Mainland", "United Kingdom")


class CountryBox(QComboBox):
    """`country_changed(alpha3)`: "" when the text is no country, and `complaint()` says so."""

    country_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = ""
        self._choices: tuple[Choice, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        popup = QListView()
        popup.setProperty("role", "completions")
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setPopup(popup)
        self.setCompleter(completer)
        self.activated.connect(self._picked)
        self._line.editingFinished.connect(self.settle)

    @property
    def country(self) -> str:
        """The alpha-3 code, or ""."""
        return self._country

    def complaint(self) -> str:
        """A sentence about text that names no country."""
        return "" if self._line.hasFocus() else self.odd_text()

    def odd_text(self) -> str:
        """The same also while it is typed."""
        text = self.currentText().strip()
        odd = bool(text) and not self._country
        return self.tr("No country is called “{0}”.").format(text) if odd else ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be chosen; the country stays."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        for name, code in self._choices:
            self.addItem(name, code)
        self.blockSignals(False)
        self._show_country()

    def set_country(self, country: str) -> None:
        """Show another country, without telling anyone."""
        if country != self._country:
            self._country = country
            self._show_country()

    def select_all(self) -> None:
        """So that typing replaces what is there."""
        self._line.selectAll()

    def _show_country(self) -> None:
        place = self.findData(self._country) if self._country else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText(english_name(self._country) if self._country else "")

    @Slot(int)
    def _picked(self, place: int) -> None:
        self._take(str(self.itemData(place) or ""))

    @Slot()
    def settle(self) -> None:
        """Read what was typed."""
        text = self.currentText().strip()
        self._take(self._code_of(text))
        if self._country:
            self._show_country()

    def _take(self, code: str) -> None:
        if code != self._country:
            self._country = code
            self.country_changed.emit(code)

    def _code_of(self, text: str) -> str:
        """By name, by the only name that holds the text, else as the world calls it."""
        wanted = text.casefold()
        exact = [code for name, code in self._choices if name.casefold() == wanted]
        if exact or not wanted:
            return exact[0] if exact else ""
        holding = [code for name, code in self._choices if wanted in name.casefold()]
        try:
            found = to_alpha3(text)
        except ValueError:
            return holding[0] if len(holding) == 1 else ""
        return found if is_alpha3(found) else ""
