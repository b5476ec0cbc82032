"""What is shown of a printer, and whether it prints labels."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinterInfo

from desktop_app.services.ports import PrinterChoice

_LABEL_MM = (101.6, 152.4)
_NEAR_MM = 6.0
# Nothing but labels and receipts is printed on paper that is narrower; A6 is 105 mm wide.
_WIDEST_LABEL_MM = 120.0
_LABEL_WORDS = (
    "label", "zebra", "zdesigner", "thermal", "4x6", "4xl", "5xl", "rollo", "munbyn", "godex",
    "citizen cl", "ql-11",
)  # fmt: skip
# Of DYMO's only these two are wide enough; the others' drivers take any size, yet print 57 mm.
_NARROW_MAKER, _WIDE_MODELS = "dymo", ("4xl", "5xl")


def printer_choice(info: QPrinterInfo) -> PrinterChoice:
    """One printer as the ports show it."""
    words = f"{info.printerName()} {info.description()} {info.makeAndModel()}"
    unit = QPageSize.Unit.Millimeter
    paper = PaperTold(
        usual=info.defaultPageSize().size(unit),
        sizes=[size.size(unit) for size in info.supportedPageSizes()],
        takes_any=info.supportsCustomPageSizes(),
    )
    return PrinterChoice(
        name=info.printerName(),
        description=info.description() or info.makeAndModel(),
        is_default=info.isDefault(),
        is_label_printer=prints_labels(words, paper),
    )


class PaperTold(NamedTuple):
    """What a printer's driver says of its paper, in millimetres; a raw queue says nothing."""

    usual: QSizeF
    sizes: Sequence[QSizeF] = ()
    takes_any: bool = False


def prints_labels(words: str, paper: PaperTold) -> bool:
    """A guess: by the paper that lies in it; by its name, or because it takes nothing wide, where
    it takes 4x6 at all. An office printer that also takes 4x6 photographs is none.
    """
    if _is_about_4x6(paper.usual):
        return True
    takes_it = any(_is_about_4x6(size) for size in paper.sizes)
    if _is_named_for_labels(words.casefold()):
        return takes_it or paper.takes_any or not paper.sizes
    return takes_it and all(_sides(size)[0] < _WIDEST_LABEL_MM for size in paper.sizes)


def _is_named_for_labels(words: str) -> bool:
    telling = _WIDE_MODELS if _NARROW_MAKER in words else _LABEL_WORDS
    return any(word in words for word in telling)


def _is_about_4x6(size: QSizeF) -> bool:
    sides = zip(_sides(size), _LABEL_MM, strict=True)
    return all(abs(side - wanted) < _NEAR_MM for side, wanted in sides)


def _sides(size: QSizeF) -> tuple[float, float]:
    """The short side, then the long one."""
    return min(size.width(), size.height()), max(size.width(), size.height())
