"""The list of countries and their parts."""

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said

CALL = "GET /api/countries"
SPAIN = {
    "Name": "Spain (Mainland Only)", "Iso2Code": "ES", "Iso3Code": "ESP",
    "RequiresCustoms": True, "Subdivision": None, "PostcodeRegex": r"^\d{5}$",
}  # fmt: skip
TENERIFE = {**SPAIN, "Name": "Tenerife", "Subdivision": "ES-TEN", "PostcodeRegex": "^.*$"}


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"Results": rows}])
def test_rows_keep_their_order(
    server: ScriptedServer, broker: Parcel2GoBroker, wrap: type[list[object]]
) -> None:
    server.on(CALL, said(wrap([TENERIFE, SPAIN])))
    book = broker.countries()
    assert [row.name for row in book.rows] == ["Tenerife", "Spain (Mainland Only)"]
    spain = book.row("ESP", None)
    assert spain
    assert spain.requires_customs
    assert not spain.accepts("1")


def test_a_row_that_does_not_say_about_customs_is_left_out(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    silent = {key: value for key, value in SPAIN.items() if key != "RequiresCustoms"}
    server.on(CALL, said([silent, TENERIFE]))
    assert len(broker.countries().rows) == 1


def test_a_list_of_which_nothing_fits_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(CALL, said([{}]))
    with pytest.raises(AnswerNotUnderstood, match="lacks Name"):
        broker.countries()


@pytest.mark.parametrize("answer", [{}, "x", 1])
def test_what_is_no_list_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker, answer: object
) -> None:
    server.on(CALL, said(answer))
    with pytest.raises(AnswerNotUnderstood):
        broker.countries()
