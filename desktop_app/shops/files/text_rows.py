"""Rows of CSV, TSV and other text: the delimiter is found, and a lost quote loses one row only."""

import csv
import itertools
import re
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.shops.files.encodings import Encoding, find_encoding
from desktop_app.shops.files.headers import score
from desktop_app.shops.files.rows import Row

_DELIMITERS = ",;\t|"
_SAID = re.compile(r"^\W{0,3}sep=(.)\W*$", re.IGNORECASE)
_SAMPLE = 60
# A cell of more lines than this is a quote that was never closed.
_MOST_LINES = 40
_LARGEST_CELL = 1 << 24


class _Runaway(Exception):
    """A quote that nothing closes."""


class _Lines:
    """Lines for csv.reader; `taken` are those since the last row that was whole."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) > _MOST_LINES:
            raise _Runaway
        line = self._back.popleft() if self._back else next(self._lines, None)
        if line is None:
            if self.taken:
                raise _Runaway
            raise StopIteration
        self.taken.append(line)
        return line

    def give_back(self) -> str:
        """All lines but the first can be read again; that one is handed out."""
        first, *others = self.taken
        self._back.extendleft(reversed(others))
        return first


def text_rows(path: Path) -> Iterator[Row]:
    """The rows of a text file; raises OSError."""
    encoding = find_encoding(path)
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as file:
        lines = _cleaned(file, encoding)
        sample = list(itertools.islice(lines, _SAMPLE))
        delimiter = _delimiter(sample)
        rows = _parsed(_Lines(itertools.chain(sample, lines)), delimiter)
        for number, cells in enumerate(rows, 1):
            yield Row(number, [cell.strip() for cell in cells])


def _cleaned(file: Iterable[str], encoding: Encoding) -> Iterator[str]:
    """Without NUL, and without a byte order mark where one was left within the text."""
    if not encoding.has_nul:
        return (line.removeprefix("\ufeff") for line in file)
    return (line.replace("\0", "").removeprefix("\ufeff") for line in file)


def _parsed(lines: _Lines, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.taken.clear()
        try:
            yield next(reader)
        except StopIteration:
            return
        except (_Runaway, csv.Error):
            yield lines.give_back().rstrip("\r\n").split(delimiter)
            reader = csv.reader(lines, delimiter=delimiter)


def _delimiter(sample: list[str]) -> str:
    """The one that `sep=` names, else the one under which the most headers are known."""
    for line in sample[:3]:
        if said := _SAID.match(line.strip("\r\n")):
            return said[1]
    return max(_DELIMITERS, key=lambda one: _worth(sample, one))


def _worth(sample: list[str], delimiter: str) -> tuple[int, int]:
    """Known headers in the best row; then in how many rows it divides something."""
    rows = list(_parsed(_Lines(sample), delimiter))
    return max((score(row) for row in rows), default=0), sum(len(row) > 1 for row in rows)
