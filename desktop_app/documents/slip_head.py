"""What stands above a packing slip's table: who sends it, to whom, and the shipment's facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.documents.dates import written
from desktop_app.documents.lettering import Lettering
from desktop_app.documents.pen import LEADING, Writing, block, foot
from desktop_app.documents.placing import A4, LABEL, MM
from desktop_app.domain.address import Address
from desktop_app.domain.country_names import english_name
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.shipment import Shipment

TITLE = "Packing slip"
SMALL = 0.85
# More nobody means; and the table has room below them on any paper.
_MOST_ADDRESS, _MOST_LINES = 9, 2


@dataclass(frozen=True)
class SlipPaper:
    """Points: the page, what stays white around it, the size of the letters."""

    width: float
    height: float
    margin: float
    size: float

    @property
    def right(self) -> float:
        """Where words end."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


_ON_A4 = SlipPaper(A4.width, A4.height, 18 * MM, 10.0)
_ON_LABEL = SlipPaper(LABEL.width, LABEL.height, 5 * MM, 8.0)


def slip_paper(paper: LabelPaper) -> SlipPaper:
    """A slip is as large as the paper its labels come on."""
    return _ON_LABEL if paper is LabelPaper.SIX_BY_FOUR else _ON_A4


@dataclass(frozen=True)
class SlipHead:
    """Sets the head's words on one paper."""

    paper: SlipPaper
    letters: Lettering

    def first(self, shipment: Shipment, day: date) -> list[Writing]:
        """The whole head, for the first page."""
        paper = self.paper
        found = self._sender(shipment.sender)
        top = foot(found, paper.margin) + paper.size
        width = paper.inner * 0.56
        found.append(self._small(paper.margin, top, "Ship to"))
        found += self._recipient(shipment, top + self._line, width)
        left = paper.margin + width + paper.size
        return found + self._facts(shipment, day, left, top)

    def later(self, shipment: Shipment) -> list[Writing]:
        """Whose slip it is, for the pages after that."""
        parts = (TITLE, shipment.reference, shipment.recipient.name)
        words = " · ".join(part for part in parts if part)
        margin = self.paper.margin
        return self._block(margin, margin, self.paper.inner, words)[:_MOST_LINES]

    def _sender(self, sender: Address) -> list[Writing]:
        paper, large = self.paper, self.paper.size * 1.4
        title_width = self.letters.width(TITLE, large)
        width = paper.inner - title_width - paper.size * 2
        lines = self.letters.lines(sender.organisation or sender.name, large, width, bold=True)
        found = [
            Writing(paper.margin, paper.margin + large * (1 + number * LEADING), line, large, True)
            for number, line in enumerate(lines[:_MOST_LINES])
        ]
        found.append(Writing(paper.right - title_width, paper.margin + large, TITLE, large))
        rest = sender.model_copy(update={"name": "", "organisation": ""})
        top, small = foot(found, 0), paper.size * SMALL
        words = ", ".join(rest.lines)
        address = block(self.letters, paper.margin, top, paper.inner, (words,), small)
        return found + address[:_MOST_LINES]

    def _recipient(self, shipment: Shipment, top: float, width: float) -> list[Writing]:
        to = shipment.recipient
        country = english_name(to.country).upper()
        texts = (*to.lines, country if to.country != shipment.sender.country else "")
        found = self._block(self.paper.margin, top, width, *texts)[:_MOST_ADDRESS]
        return [one._replace(bold=number == 0) for number, one in enumerate(found)]

    def _facts(self, shipment: Shipment, day: date, left: float, top: float) -> list[Writing]:
        found: list[Writing] = []
        for name, value in _facts(shipment, day):
            found.append(self._small(left, top, name))
            width = self.paper.right - left
            found += self._block(left, top + self._line, width, value)[:_MOST_LINES]
            top = foot(found, top) + self.paper.size * 0.35
        return found

    def _block(self, left: float, top: float, width: float, *texts: str) -> list[Writing]:
        return block(self.letters, left, top, width, texts, self.paper.size)

    def _small(self, x: float, top: float, words: str) -> Writing:
        size = self.paper.size * SMALL
        return Writing(x, top + size, words, size)

    @property
    def _line(self) -> float:
        """From a small title's top to that of the words below it."""
        return self.paper.size * SMALL * LEADING


def _facts(shipment: Shipment, day: date) -> Iterator[tuple[str, str]]:
    if shipment.reference:
        yield "Reference", shipment.reference
    yield "Date", written(day)
    if len(shipment.parcels) > 1:
        yield "Parcels", str(len(shipment.parcels))
