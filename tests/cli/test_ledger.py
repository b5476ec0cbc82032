"""`postroom ledger`: totals for people, every entry for scripts, a file for the accountant."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.arguments import Arguments, parse
from desktop_app.cli.ledger import run_ledger
from desktop_app.cli.output import Output
from tests.fakes.office import FakeOffice, make_office
from tests.ui.wizard.opened import paid


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


def told(fake: FakeOffice, code: int = 0, **options: Any) -> Any:  # noqa: ANN401 - JSON
    out = StringIO()
    arguments = Arguments(command="ledger", json=True, **options)
    assert run_ledger(fake.office, arguments, Output(as_json=True, out=out, err=StringIO())) == code
    return json.loads(out.getvalue())


def test_a_script_is_told_every_entry_and_the_sums(fake: FakeOffice) -> None:
    record = paid(fake)
    assert record.order
    price = record.order.price
    said = told(fake)
    amount = {"net": float(price.net), "vat": float(price.vat), "gross": float(price.total)}
    assert said["spent"] == said["paid"] == amount
    assert said["months"] == {"2026-11": amount}
    assert said["shops"] == {"Mason Prints": amount}
    assert {one["kind"] for one in said["entries"]} == {"order", "payment"}
    assert {one["order_id"] for one in said["entries"]} == {record.order.order_id}
    assert (said["refunds_due"], said["file"], said["problems"]) == ([], None, [])


def test_a_month_is_all_that_is_told(fake: FakeOffice) -> None:
    paid(fake)
    assert len(told(fake, month="2026-11")["entries"]) == 2
    other = told(fake, month="2026-12")
    assert (other["entries"], other["spent"]["gross"], other["months"]) == ([], 0, {})


def test_what_can_still_be_asked_back_is_named(fake: FakeOffice) -> None:
    record = paid(fake)
    fake.clock.move(days=20)
    (due,) = told(fake)["refunds_due"]
    assert (due["shipment"], due["days_left"], due["ends_on"]) == (record.id, 8, "2026-12-21")
    out = StringIO()
    run_ledger(fake.office, Arguments(command="ledger"), Output(as_json=False, out=out))
    assert "ask for the first refund by 2026-12-21" in out.getvalue()


def test_people_are_told_the_sums(fake: FakeOffice) -> None:
    record = paid(fake)
    assert record.order
    out = StringIO()
    run_ledger(fake.office, Arguments(command="ledger"), Output(as_json=False, out=out))
    assert f"Spent £{record.order.price.total}" in out.getvalue()
    assert "Payments: 1, together" in out.getvalue()


@pytest.mark.parametrize("name", ["ledger.csv", "ledger.xlsx"])
def test_a_file_is_written_and_named(fake: FakeOffice, tmp_path: Path, name: str) -> None:
    paid(fake)
    said = told(fake, out=tmp_path / name)
    assert said["file"] == str(tmp_path / name)
    assert (tmp_path / name).stat().st_size > 100


def test_wrong_input_is_named(fake: FakeOffice, tmp_path: Path) -> None:
    (problem,) = told(fake, 2, month="November")["problems"]
    assert problem["field"] == "month"
    (problem,) = told(fake, 2, out=tmp_path / "ledger.pdf")["problems"]
    assert ".xlsx" in problem["message"]


def test_the_command_is_written_as_it_is_documented() -> None:
    found = parse(["ledger", "--out", "books.xlsx", "--month", "2026-11", "--json"])
    assert found == Arguments(command="ledger", out=Path("books.xlsx"), month="2026-11", json=True)
