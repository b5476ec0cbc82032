"""Every endpoint of the API with what speaks to it; run as a module, it writes the table anew.

`python -m tests.parcel2go.endpoints`, after a change in `endpoints.csv`.
"""

import csv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "desktop_app/parcel2go/README.md"


class Row(NamedTuple):
    """A call, where its form is from, and the client's module, the screen and the test.

    `form` is "ours" where the documents name the endpoint, but not its path, parameters or answer.
    Modules and screens lie below `desktop_app`; "": the client does not call it, or nothing shows
    it.
    """

    calls: str
    form: str
    module: str
    screen: str
    test: str


def _rows() -> tuple[Row, ...]:
    lines = Path(__file__).with_suffix(".csv").read_text("utf-8").splitlines()
    return tuple(Row(*cells) for cells in list(csv.reader(lines))[1:])


ROWS = _rows()
_HEAD = """# The Parcel2Go API, endpoint by endpoint

Written by `python -m tests.parcel2go.endpoints`; not to be edited. A test holds it against the
practice service's own addresses. *Ours*: the documents name it without its form, so that the form
is our own reading, and the client reads whatever comes. A dash: not shown, or not called.

| Call | Form | Module | Screen | Test |
| --- | --- | --- | --- | --- |
"""


def written() -> str:
    """The table as it should stand in the file."""
    return _HEAD + "".join(map(_line, ROWS))


def files(row: Row) -> tuple[Path, ...]:
    """The files that a row names."""
    code = (ROOT / f"desktop_app/{name}.py" for name in (row.module, row.screen) if name)
    return (*code, ROOT / f"{row.test}.py")


def _line(row: Row) -> str:
    places = (f"`{name}.py`" if name else "-" for name in (row.module, row.screen, row.test))
    return f"| {' | '.join((f'`{row.calls}`', row.form, *places))} |\n"


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
