"""The table of endpoints is whole and true."""

import re

import pytest

from desktop_app.practice.service import ADDRESSES
from tests.parcel2go.endpoints import ROOT, ROWS, TABLE, Row, files, written

# Answered by practice, but no part of the API: its levers, and the second half of a web form.
OWN = re.compile(
    r"\w+ /practice/|POST /(order|prepay|auth/connect/authorize)"
    r"|GET /(order/complete|prepay/topup|help|content)"
)


def without_names(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def test_each_endpoint_of_practice_has_a_row() -> None:
    answered = {f"{method} {without_names(path)}" for method, path, _handler in ADDRESSES}
    assert {call for call in answered if not OWN.match(call)} == {row.calls for row in ROWS}
    assert len(ROWS) == len({row.calls for row in ROWS})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.calls)
def test_a_row_names_what_is_there(row: Row) -> None:
    assert [path for path in files(row) if not path.is_file()] == []
    if row.module.startswith("parcel2go/"):
        words = [word for word in re.split(r"[/{}]+", row.calls.partition(" ")[2]) if word]
        source = (ROOT / f"desktop_app/{row.module}.py").read_text("utf-8")
        assert words[-1] in source


def test_the_table_is_as_generated() -> None:
    assert TABLE.read_text("utf-8") == written(), "run: python -m tests.parcel2go.endpoints"
