"""What there is to know of the selected service beyond its row."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_day, format_money, format_weight
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.labels import body, message, note
from desktop_app.ui.wizard.extra_words import extra_name
from desktop_app.ui.wizard.quote_rows import QuoteRow

_FACTS = 4


class QuoteDetails(QFrame):
    """A card below the table; hidden while nothing is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quoteDetails")
        self.setProperty("role", "card")
        self._text = note()
        self._against = message("", "error")
        self._facts = [(note(wrap=False), body(wrap=True)) for _ in range(_FACTS)]
        self._lay_out()
        self.hide()

    def show_row(self, row: QuoteRow | None) -> None:
        """Another service, or none."""
        self.setVisible(row is not None)
        if row is None:
            return
        service = row.quote.service
        self.setAccessibleName(service.name)
        self._text.setText(_told_once(service.description, service.features))
        self._text.setVisible(bool(self._text.text()))
        self._against.setText("\n".join((*row.against, *self._lacking(row))))
        self._against.setVisible(bool(self._against.text()))
        for (label, value), (name, text) in zip(self._facts, self._facts_of(row), strict=True):
            label.setText(name)
            value.setText(text)

    def _lacking(self, row: QuoteRow) -> tuple[str, ...]:
        sentence = self.tr("It does not offer: {extras}. You can take it off in the next step.")
        names = ", ".join(extra_name(kind) for kind in row.lacking)
        return (sentence.format(extras=names),) if row.lacking and row.suits else ()

    def _facts_of(self, row: QuoteRow) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Hand over"), self._hand_over(row.quote)),
            (self.tr("Printer"), self._printer(row.quote.service)),
            (self.tr("Up to"), self._limits(row.quote.service)),
            (self.tr("Cover"), self._cover(row.quote)),
        )

    def _hand_over(self, quote: Quote) -> str:
        day = quote.collection_date
        on = f" {format_day(day)}" if day else ""
        if quote.service.is_drop_off:
            return self.tr("Drop off") + on
        before = f"{quote.cut_off:%H:%M}" if quote.cut_off else ""
        order_by = self.tr(", order by {time}").format(time=before) if before else ""
        return self.tr("Collected") + on + order_by

    def _printer(self, service: CourierService) -> str:
        if service.printer_required:
            return self.tr("Needed for the label")
        return self.tr("Not needed")

    def _limits(self, service: CourierService) -> str:
        sides = (service.max_length_cm, service.max_width_cm, service.max_height_cm)
        parts = []
        if service.max_weight_kg is not None:
            parts.append(format_weight(service.max_weight_kg))
        if any(side is not None for side in sides):
            parts.append(" × ".join(_plain(side) for side in sides) + " cm")
        return ", ".join(parts) or "–"

    def _cover(self, quote: Quote) -> str:
        included = format_money(quote.included_cover) if quote.included_cover else self.tr("None")
        most = quote.service.max_cover
        if most is None or not quote.extra("Cover"):
            return included
        words = self.tr("{included}, {most} as an extra")
        return words.format(included=included, most=format_money(most).removesuffix(".00"))

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout()
        grid.setHorizontalSpacing(S + XS)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for place, (label, value) in enumerate(self._facts):
            grid.addWidget(label, place // 2, place % 2 * 2, top)
            grid.addWidget(value, place // 2, place % 2 * 2 + 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(self._against)
        column.addLayout(grid)


def _told_once(*texts: str) -> str:
    """Everything the service says of itself as sentences in one line, none of them twice."""
    parts = (part.strip(" \t.•·-") for text in texts for part in text.splitlines())
    told = {part.casefold(): part for part in reversed([*parts]) if part}
    return " ".join(f"{part}." for part in reversed(told.values()))


def _plain(side: Decimal | None) -> str:
    return "–" if side is None else format(side.normalize(), "f")
