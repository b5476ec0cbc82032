"""The part of a country that is priced apart, with the one a postcode points to one click away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.address import Address
from desktop_app.domain.country import Country, CountryBook
from desktop_app.domain.regions import likely_region
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field


class RegionField(Field):
    """Hidden where a country has no such parts. `region_changed(code)`: None is the main part."""

    region_changed = Signal(object)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        self.combo = QComboBox()
        super().__init__("", self.combo, path=path, parent=parent)
        self.set_label(self.tr("Region"))
        self._rows: tuple[Country, ...] = ()
        self._likely: Country | None = None
        self.offer = button("", kind="link", name=f"offer:{path}")
        self.add_below(self.offer)
        self.combo.activated.connect(self._picked)
        self.offer.clicked.connect(self._take_offer)

    def show_region(self, address: Address, book: CountryBook) -> None:
        """The regions of the address's country, with its own chosen."""
        parts = book.subdivisions(address.country)
        main = book.row(address.country, None)
        self._fill((main, *parts) if main and parts else parts)
        codes = [row.subdivision for row in self._rows]
        known = address.subdivision in codes
        self.combo.setCurrentIndex(codes.index(address.subdivision) if known else -1)
        self._likely = None if address.subdivision else likely_region(address, book)
        if self._likely:
            self.offer.setText(self.tr("Choose {0}").format(self._likely.name))
        self.offer.setVisible(self._likely is not None)
        self.setVisible(bool(parts))

    def _fill(self, rows: Sequence[Country]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.combo.clear()
        self.combo.addItems([row.name for row in self._rows])

    @Slot(int)
    def _picked(self, place: int) -> None:
        self.region_changed.emit(self._rows[place].subdivision)

    @Slot()
    def _take_offer(self) -> None:
        if self._likely:
            self.region_changed.emit(self._likely.subdivision)
