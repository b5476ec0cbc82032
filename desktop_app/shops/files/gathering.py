"""Gathers rows to orders, and keeps account of every row: none is lost without being told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from desktop_app.domain.shop_order import (
    ImportNote,
    RowCount,
    ShopOrder,
    SkippedRow,
    SkipReason,
    order_key_of,
)
from desktop_app.shops.files.cells import is_damaged, quantity_of
from desktop_app.shops.files.fields import ADDRESS, BILLING, Field
from desktop_app.shops.files.headers import plain, score
from desktop_app.shops.files.known import layout_of
from desktop_app.shops.files.layout import Columns, Layout, columns_of
from desktop_app.shops.files.making import Line, made_order
from desktop_app.shops.files.reasons import OF_ORDER, reason_of
from desktop_app.shops.files.rows import Row

_FOOTER = re.compile(
    r"record\(?s\)? downloaded|^seller id\b|^end of (report|file)|^generated (on|by|at)\b|"
    r"^report (date|generated)|"
    r"^\d+ (orders|rows|records)\b|heruntergeladen|datensatze|telecharge|^nom du vendeur|"
    r"^verkaufer ?id|^id du vendeur"
)
_SUM = re.compile(r"^((grand |sub ?)?totals?|(gesamt)?summe|gesamt|somme)\b")
_MOST_IN_FOOTER = 8
_OF_ITEM = {Field.TITLE, Field.SKU, Field.UNIT_PRICE, Field.LINES}
_OF_PLACE = {*ADDRESS, *BILLING.values()} - {Field.EMAIL, Field.PHONE, Field.NAME}
_LEAST_HEADERS = 4
_LEAST_IN_HEADER = 3


class Gathered(NamedTuple):
    """What became of a file's rows."""

    orders: tuple[ShopOrder, ...]
    skipped: tuple[SkippedRow, ...]
    notes: tuple[ImportNote, ...]
    rows: RowCount


class _RowOf(NamedTuple):
    """A row of an order; `cells` are kept only of files that repeat rows."""

    number: int
    found: dict[Field, str]


@dataclass
class _Order:
    number: str
    layout: Layout
    columns: Columns
    rows: list[_RowOf] = field(default_factory=list)


class Gatherer:
    """`add` every row below the header, then `finish`."""

    def __init__(self, layout: Layout, header: Row, columns: Columns) -> None:
        self._layout, self._columns = layout, columns
        self._headers = _named(header)
        self._order_places = columns.of(Field.ORDER)[:1]
        self._orders: dict[str, _Order] = {}
        self._skipped: list[SkippedRow] = []
        self._seen: set[int] = set()
        self._count = {"header": header.number, "blank": 0, "repeated": 0}
        self._segment, self._is_first = 1, True
        self._total = header.number

    def add(self, row: Row) -> None:
        """Takes the next row, whatever it is."""
        self._total += 1
        is_first, self._is_first = self._is_first, False
        if row.is_blank:
            self._count["blank"] += 1
            self._is_first = is_first
        elif self._is_header(row) or (is_first and self._explains(row)):
            self._count["header"] += 1
        elif self._is_footer(row):
            self._skip(row.number, SkipReason.FOOTER)
        elif any(row.cells[self._columns.width :]):
            self._skip(row.number, SkipReason.MALFORMED)
        elif self._is_repeated(row):
            self._count["repeated"] += 1
        else:
            self._take(row)

    def finish(self) -> Gathered:
        """The orders in the order of their first rows."""
        orders, notes, lines, parents = [], [], 0, 0
        for one in self._orders.values():
            kept, above = self._kept(one)
            parents += above
            if not kept:
                continue
            order, said = made_order(one.layout, one.columns, one.number, kept, _first(one))
            if order is None:
                self._skipped += (
                    SkippedRow(row=line.row, reason=SkipReason.NO_ADDRESS) for line in kept
                )
                continue
            lines += len(kept)
            orders.append(order)
            notes += said
        count = RowCount(
            total=self._total,
            header=self._count["header"],
            blank=self._count["blank"],
            lines=lines,
            parents=parents,
            repeated=self._count["repeated"],
            skipped=len(self._skipped),
        )
        skipped = sorted(self._skipped, key=lambda one: one.row)
        return Gathered(tuple(orders), tuple(skipped), tuple(notes), count)

    # What kind of row it is

    def _is_header(self, row: Row) -> bool:
        """The header once more, or that of another report that was joined to this one."""
        if any(sign.isdigit() for at in self._order_places for sign in _cell(row, at)):
            return False  # as nearly every order's number does
        names = _named(row)
        if names == self._headers:
            self._segment += 1
            return True
        if len(names) < _LEAST_HEADERS or score(row.cells) < _LEAST_HEADERS:
            return False
        if any(sign.isdigit() for name in names for sign in name if len(name) > 20):
            return False
        layout = layout_of(row.cells)
        if not layout.signs and len(names & self._headers) < _LEAST_HEADERS:
            return False
        self._layout, self._columns = layout, columns_of(layout, row.cells)
        self._headers, self._segment, self._is_first = names, self._segment + 1, True
        self._order_places = self._columns.of(Field.ORDER)[:1]
        return True

    def _explains(self, row: Row) -> bool:
        """Whether the row under the header says what its columns are for."""
        number, quantity = (
            "".join(_cell(row, at) for at in self._columns.of(one)[:1])
            for one in (Field.ORDER, Field.QUANTITY)
        )
        return (
            len(number.split()) > 1
            and not any(sign.isdigit() for sign in number + quantity)
            and sum(len(cell.split()) > 1 for cell in row.cells) >= _LEAST_HEADERS
        )

    def _is_footer(self, row: Row) -> bool:
        if len(row.cells) - row.cells.count("") > _MOST_IN_FOOTER:
            return False
        words = " ".join([cell for cell in row.cells if cell][:3])
        if _SUM.search(plain(words)):  # unless it is for Total Prints Ltd in York
            return not self._columns.read(row.cells).keys() & _OF_PLACE
        return bool(_FOOTER.search(plain(words)) or _FOOTER.search(words.casefold()))

    def _is_repeated(self, row: Row) -> bool:
        """Only in joined reports: within one, two lines may well be the same."""
        mark = hash(tuple(row.cells))
        if self._segment > 1 and mark in self._seen:
            return True
        self._seen.add(mark)
        return False

    def _skip(self, number: int, reason: SkipReason) -> None:
        self._skipped.append(SkippedRow(row=number, reason=reason))

    # Orders

    def _take(self, row: Row) -> None:
        found = self._columns.read(row.cells)
        number = found.get(Field.ORDER, "")
        if not self._makes_sense(number, found):
            self._skip(row.number, SkipReason.MALFORMED)
            return
        own = not number or is_damaged(number)  # what lost its digits may be several orders
        key = f"row {row.number}" if own else order_key_of(self._layout.platform, number)
        order = self._orders.get(key)
        if order is None:
            order = self._orders[key] = _Order(number, self._layout, self._columns)
        order.rows.append(_RowOf(row.number, found))

    def _makes_sense(self, number: str, found: Mapping[Field, str]) -> bool:
        if not number and (self._layout.signs or not found.keys() & _OF_PLACE):
            return False
        said = found.get(Field.TO_SHIP) or found.get(Field.QUANTITY)
        quantity = quantity_of(said) if said else 1
        return quantity is not None and quantity >= 0

    def _kept_alone(self, order: _Order) -> list[Line]:
        """The line of an order that has one row, as nearly all have."""
        (row,) = order.rows
        if reason := reason_of(row.found, order.layout):
            self._skip(row.number, reason)
            return []
        return [Line(row.number, row.found)]

    def _kept(self, order: _Order) -> tuple[list[Line], int]:
        """The lines that are to be sent, and how many rows only carry the order's address."""
        first = order.rows[0].found
        if len(order.rows) == 1:
            return self._kept_alone(order), 0
        has_items = any(row.found.keys() & _OF_ITEM for row in order.rows)
        kept, parents = [], 0
        for row in order.rows:
            if has_items and not row.found.keys() & _OF_ITEM:
                parents += 1
                continue
            found = row.found
            if row.found is not first and not found.keys() & _OF_PLACE:
                found = {one: first[one] for one in OF_ORDER if one in first} | found
            if reason := reason_of(found, order.layout):
                self._skip(row.number, reason)
            else:
                kept.append(Line(row.number, found))
        return kept, parents


def _first(order: _Order) -> dict[Field, str]:
    """What the order's rows say together: of each field what is said first."""
    if len(order.rows) == 1:
        return order.rows[0].found
    found: dict[Field, str] = {}
    for row in order.rows:
        for one, cell in row.found.items():
            found.setdefault(one, cell)
    return found


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _named(row: Row) -> frozenset[str]:
    return frozenset(name for cell in row.cells if len(cell) < 60 and (name := plain(cell)))


def header_of(rows: Iterator[Row], most: int = 50) -> tuple[list[Row], Row | None]:
    """The rows at the beginning, and which of them is the header: the first that names at least
    half as much as the best does. Another report may follow, whose header names more."""
    head = list(islice(rows, most))
    scores = [score(row.cells) for row in head]
    least = max(_LEAST_IN_HEADER, max(scores, default=0) // 2)
    return head, next(
        (row for row, found in zip(head, scores, strict=True) if found >= least), None
    )
