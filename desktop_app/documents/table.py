"""A table that wraps its words and goes on over pages, its heading repeated on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.documents.lettering import Lettering
from desktop_app.documents.pen import LEADING, Pen, Writing

# Between a row's words and the line under it, and between two columns: parts of the letters' size.
_AIR, _GAP = 0.45, 1.0


@dataclass(frozen=True)
class Column:
    """`share` of the table's width; numbers stand at its right edge."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True)
class Row:
    """A cell a column, or one bold cell over all of them; line breaks in a cell are kept."""

    cells: tuple[str, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it names the rows below it."""
        return len(self.cells) == 1


@dataclass(frozen=True)
class SetRow:
    """A row set in lines: `lines[n]` are those of the nth cell."""

    lines: tuple[tuple[str, ...], ...]
    is_heading: bool

    @property
    def depth(self) -> int:
        """How many lines it takes."""
        return max(map(len, self.lines))


@dataclass(frozen=True)
class Table:
    """Its columns, its left edge and width in points, the size of its letters."""

    columns: tuple[Column, ...]
    left: float
    width: float
    size: float

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING

    @property
    def head_height(self) -> float:
        """What the heading takes on each page."""
        return self.leading + self.size * 2 * _AIR

    def height(self, row: SetRow) -> float:
        """What a row takes."""
        return row.depth * self.leading + self.size * 2 * _AIR

    def set(self, rows: Sequence[Row], letters: Lettering, room: float) -> list[SetRow]:
        """The rows in lines; one that is higher than `room` becomes several."""
        most = max(1, int((room - self.size * 2 * _AIR) / self.leading))
        return [piece for row in rows for piece in _pieces(self._set(row, letters), most)]

    def pages(
        self, rows: Sequence[SetRow], first: float, later: float, foot: float
    ) -> list[list[SetRow]]:
        """The rows page by page; no heading is parted from the row below it.

        The first page has room for `first` points, others for `later`; below the last row `foot`
        points stay free.
        """
        pages: list[list[SetRow]] = [[]]
        left = first
        for row in rows:
            if pages[-1] and self.height(row) > left:
                pages.append(self._taken_along(pages[-1], row, later))
                left = later - sum(map(self.height, pages[-1]))
            pages[-1].append(row)
            left -= self.height(row)
        if left < foot:
            pages.append(pages[-1][-1:] if len(pages[-1]) > 1 else [])
            pages[-2] = pages[-2][: len(pages[-2]) - len(pages[-1])]
        return pages

    def draw(self, pen: Pen, top: float, rows: Sequence[SetRow]) -> float:
        """The heading and the rows below `top`; where the last row ends."""
        titles = tuple((pen.letters.shown(column.title),) for column in self.columns)
        foot = self._draw_row(pen, top, SetRow(titles, is_heading=False), bold=True)
        pen.rule(self.left, self.left + self.width, foot, 0.8)
        for row in rows:
            foot = self._draw_row(pen, foot, row, bold=row.is_heading)
            pen.rule(self.left, self.left + self.width, foot, 0.25)
        return foot

    def _draw_row(self, pen: Pen, top: float, row: SetRow, *, bold: bool) -> float:
        first = top + self.size * (1 + _AIR)
        for cell, (column, left, width) in zip(row.lines, self._places(), strict=False):
            for number, words in enumerate(cell):
                y = first + number * self.leading
                writing = Writing(left, y, words, self.size, bold)
                if column.is_number:
                    pen.write_to(left + width, writing)
                else:
                    pen.write(writing)
        return top + self.height(row)

    def _taken_along(self, page: list[SetRow], row: SetRow, room: float) -> list[SetRow]:
        """The heading at a page's end that belongs to the row that follows, if both have room."""
        last = page[-1]
        belongs = last.is_heading and not row.is_heading and len(page) > 1
        return [page.pop()] if belongs and self.height(last) + self.height(row) <= room else []

    def _set(self, row: Row, letters: Lettering) -> SetRow:
        if row.is_heading:
            lines = letters.lines(row.cells[0], self.size, self.width, bold=True)
            return SetRow((tuple(lines),), is_heading=True)
        cells = zip(row.cells, self._places(), strict=True)
        set_cells = (tuple(letters.lines(cell, self.size, width)) for cell, (*_, width) in cells)
        return SetRow(tuple(set_cells), is_heading=False)

    def _places(self) -> Iterator[tuple[Column, float, float]]:
        """Each column with its left edge and the width of its words."""
        whole, left = sum(column.share for column in self.columns), self.left
        for number, column in enumerate(self.columns, start=1):
            width = self.width * column.share / whole
            gap = self.size * _GAP if number < len(self.columns) else 0.0
            yield column, left, width - gap
            left += width


def _pieces(row: SetRow, most: int) -> Iterator[SetRow]:
    for start in range(0, row.depth, most):
        lines = tuple(cell[start : start + most] for cell in row.lines)
        yield SetRow(lines, row.is_heading)
