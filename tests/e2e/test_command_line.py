"""`postroom book` and its kin, in their own process, against the practice service."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.shipment import Shipment
from tests.e2e.barcodes import decoded
from tests.e2e.conftest import Postroom
from tests.e2e.drafts import ABROAD
from tests.fakes.office import WHOLE


def book(postroom: Postroom, shipment: Shipment, *more: str) -> tuple[str, ...]:
    return ("book", postroom.draft(shipment), "--out", str(postroom.folder / "labels"), *more)


def test_a_parcel_at_home_is_booked_paid_and_labelled(postroom: Postroom) -> None:
    done = postroom.run(*book(postroom, WHOLE, "--pay", "prepay", "--label", "4x6"))

    assert done.code == 0, done.messages
    assert done.json["paid"] is True
    assert done.json["problems"] == []
    assert done.json["total"] == done.json["quoted"]
    (label,) = done.json["labels"]
    assert done.json["consignments"]
    assert set(done.json["consignments"]) <= decoded(Path(label))
    assert len(postroom.books()["payments"]) == 1


def test_a_parcel_abroad_is_paid_by_link_and_labelled(
    postroom: Postroom, pay_by_card: Callable[[str], None]
) -> None:
    running = postroom.start(
        *book(postroom, ABROAD, "--pay", "link", "--wait", "60", "--service", "fastest")
    )
    assert running.stderr
    page = next(line.strip() for line in running.stderr if "/order/payment" in line)
    pay_by_card(page)
    out, err = running.communicate(timeout=90)

    assert running.returncode == 0, err
    said = json.loads(out)
    assert said["paid"] is True
    assert said["payment_link"] == page
    assert set(said["consignments"]) <= decoded(Path(said["labels"][0]))


def test_without_waiting_the_link_is_printed_and_taken_up_later(
    postroom: Postroom, pay_by_card: Callable[[str], None]
) -> None:
    done = postroom.run(*book(postroom, WHOLE, "--pay", "link", "--wait", "0"))
    assert (done.code, done.json["paid"], done.json["labels"]) == (0, False, [])
    pay_by_card(done.json["payment_link"])

    settled = postroom.run("settle")
    assert settled.code == 0
    assert settled.json["settled"][0]["paid"] is True
    labels = postroom.run("labels", done.json["shipment"], "--label", "a4-4x6")
    assert labels.code == 0, labels.messages
    assert Path(labels.json["labels"][0]).is_file()


def test_an_order_is_paid_by_its_own_command_once(postroom: Postroom) -> None:
    done = postroom.run(*book(postroom, WHOLE))
    assert (done.code, done.json["paid"]) == (0, False)
    assert postroom.run("pay", done.json["shipment"]).code == 0
    again = postroom.run("pay", done.json["shipment"])
    assert again.code == 3
    assert "not paid again" in again.json["problems"][0]["message"]
    assert len(postroom.books()["payments"]) == 1


def test_two_commands_at_once_pay_once(postroom: Postroom) -> None:
    done = postroom.run(*book(postroom, WHOLE))
    running = [postroom.start("pay", done.json["shipment"]) for _ in range(3)]
    codes = sorted(one.wait(90) for one in running)
    for one in running:
        one.communicate()
    assert codes == [0, 3, 3]
    assert len(postroom.books()["payments"]) == 1


def test_quotes_are_listed_cheapest_first(postroom: Postroom) -> None:
    done = postroom.run("quote", postroom.draft())
    totals = [quote["total"] for quote in done.json["quotes"]]
    assert done.code == 0
    assert len(totals) > 5
    assert totals == sorted(totals)


def test_2_bad_input_names_the_field(postroom: Postroom) -> None:
    broken = WHOLE.model_copy(update={"value_gbp": None})
    done = postroom.run(*book(postroom, broken))
    assert done.code == 2
    assert done.json["problems"][0]["field"] == "value_gbp"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("{", ""),
        ("[]", ""),
        ('{"recipient": {"country": "Nowhere"}}', "recipient.country"),
        ('{"parcels": [{"weight_kg": "heavy"}]}', "parcels[0].weight_kg"),
        ('{"parcel": []}', "parcel"),
    ],
)
def test_2_a_file_that_is_no_draft(postroom: Postroom, text: str, field: str) -> None:
    path = postroom.folder / "draft.json"
    path.write_text(text, encoding="utf-8")
    done = postroom.run("quote", str(path))
    assert done.code == 2
    assert done.json["problems"][0]["field"] == field


def test_2_a_missing_file_and_a_wrong_address(postroom: Postroom) -> None:
    assert postroom.run("quote", "no-such-file.json").code == 2
    assert postroom.run("quote", postroom.draft(), url="http://example.com").code == 2
    assert postroom.run("labels", "no-such-shipment").code == 2


def test_3_a_refusal_is_told(postroom: Postroom) -> None:
    done = postroom.run(*book(postroom, WHOLE, "--service", "no-such-service"))
    assert done.code == 3
    assert done.json["problems"][0]["field"] == "quote"


def test_3_too_little_prepay(postroom: Postroom) -> None:
    parcels = WHOLE.parcels * 40
    done = postroom.run(
        *book(postroom, WHOLE.model_copy(update={"parcels": parcels}), "--pay", "prepay")
    )
    assert done.code == 3, done.messages
    assert done.json["paid"] is False
    assert done.json["order_id"]
    assert postroom.books()["payments"] == []


def test_4_no_connection(postroom: Postroom) -> None:
    done = postroom.run("quote", postroom.draft(), url="http://127.0.0.1:9")
    assert done.code == 4
    assert "Check the connection" in done.messages


def test_5_a_lost_answer_is_uncertain_and_settled(postroom: Postroom) -> None:
    postroom.bad_day(kind="cut_after", match="POST /api/orders/*/paywithprepay")
    postroom.bad_day(kind="cut_before", match="GET /api/orders", skip=1, times=20)
    done = postroom.run(*book(postroom, WHOLE, "--pay", "prepay"))
    assert (done.code, done.json["paid"]) == (5, "uncertain"), done.messages
    assert len(postroom.books()["payments"]) == 1


def test_6_a_wrong_secret_and_none_at_all(postroom: Postroom) -> None:
    assert postroom.run("quote", postroom.draft(), secret="wrong").code == 6
    assert postroom.run("quote", postroom.draft(), secret="").code == 6


def test_the_schema_describes_the_draft_file(postroom: Postroom) -> None:
    schema = postroom.run("schema").json
    assert set(schema["properties"]) >= {"reference", "sender", "recipient", "parcels", "customs"}


def test_both_media_decode(postroom: Postroom) -> None:
    for paper in ("a4", "4x6", "a4-4x6"):
        done = postroom.run(*book(postroom, WHOLE, "--pay", "prepay", "--label", paper))
        assert done.code == 0, done.messages
        assert set(done.json["consignments"]) <= decoded(Path(done.json["labels"][0])), paper
