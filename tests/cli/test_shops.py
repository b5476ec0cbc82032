"""`postroom shops`: for people and for scripts, over an Office on fakes."""

import json
from io import StringIO
from pathlib import Path
from typing import Any, cast

import pytest

from desktop_app.cli.arguments import parse
from desktop_app.cli.output import Output
from desktop_app.cli.shop_arguments import ShopArguments
from desktop_app.cli.shops import KEY_VARIABLE, SECRET_VARIABLE, run_shops
from desktop_app.domain.errors import KeyVaultError, Refused
from desktop_app.domain.shop import LeftOutOrder, LeftOutReason, ShopOrders
from desktop_app.domain.shop_order import ImportNote, ShopLine, ShopOrder, ShopRecipient
from tests.fakes.fake_shop import FakeShop
from tests.fakes.office import WHOLE, FakeOffice, make_office

URL = "https://shop.example/rs/shops/Mason"


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    monkeypatch.setenv(SECRET_VARIABLE, "t0k3n")
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    return make_office()


@pytest.fixture
def shop(fake: FakeOffice) -> FakeShop:
    """A connected ePages shop with an order to send."""
    told(fake, "connect", "epages", URL)
    (kept,) = fake.office.shops.all
    order = ShopOrder(
        platform="epages", order_number="N-1", shop_id=kept.account.id, source_id="S-1",
        recipient=ShopRecipient(name="Ann Field", town="Malton", country="GBR"),
        lines=(ShopLine(sku="A"),),
    )  # fmt: skip
    client = cast("FakeShop", fake.office.shops.shop(kept.account.id))
    client.found = ShopOrders(
        orders=(order,),
        left_out=(LeftOutOrder(order_number="N-2", reason=LeftOutReason.CANCELLED),),
        notes=(ImportNote(message="No weight.", order_number="N-1"),),
    )
    return client


@pytest.fixture(autouse=True)
def kept_secret(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """After connecting, the secret is in the vault and no longer in the environment."""
    if "shop" in request.fixturenames:
        request.getfixturevalue("shop")
        monkeypatch.delenv(SECRET_VARIABLE)


def told(fake: FakeOffice, *words: str, code: int = 0) -> Any:  # noqa: ANN401 - JSON
    out, err = StringIO(), StringIO()
    arguments = parse(["shops", *words, "--json"])
    assert run_shops(fake.office, arguments, Output(as_json=True, out=out, err=err)) == code
    assert "t0k3n" not in out.getvalue() + err.getvalue()
    return json.loads(out.getvalue())


def read_by_people(fake: FakeOffice, *words: str) -> str:
    out, err = StringIO(), StringIO()
    run_shops(fake.office, parse(["shops", *words]), Output(as_json=False, out=out, err=err))
    return out.getvalue() + err.getvalue()


def test_the_command_is_written_as_it_is_documented() -> None:
    found = parse(["shops", "despatch", "a1", "--agree", "--no-email", "--tracking", "X", "--json"])
    assert found.command == "shops"
    assert found.shops == ShopArguments(
        action="despatch", shipment="a1", agree=True, send_email=False, numbers=("X",)
    )
    assert parse(["shops"]).shops == ShopArguments()


def test_a_shop_is_connected_with_the_secret_of_the_environment(fake: FakeOffice) -> None:
    said = told(fake, "connect", "epages", URL, "--name", "Mason")
    assert said["shop"]["base_url"] == URL
    assert (said["shop"]["name"], said["secret_kept"]) == ("Mason", True)
    assert told(fake, "list")["shops"] == [said["shop"]]
    assert "Mason" in read_by_people(fake, "list")
    assert told(fake, "disconnect", "mason")["problems"] == []
    assert told(fake, "list")["shops"] == []


def test_without_a_vault_the_shop_is_kept_and_its_secret_asked_for(fake: FakeOffice) -> None:
    fake.secrets.fails_with = KeyVaultError("Locked.")
    assert told(fake, "connect", "epages", URL)["secret_kept"] is False
    assert told(fake, "check", "epages")["ok"] is True


def test_what_is_missing_is_named(fake: FakeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(fake, "connect", "epages", code=2)["problems"][0]["field"] == "url"
    said = told(fake, "connect", "geins", code=2)
    assert [one["field"] for one in said["problems"]] == ["user", "api_key"]
    monkeypatch.delenv(SECRET_VARIABLE)
    assert told(fake, "connect", "epages", URL, code=2)["problems"][0]["field"] == "secret"
    assert told(fake, "check", "none", code=2)["problems"][0]["field"] == "shop"


def test_orders_are_printed_with_what_was_left_out(fake: FakeOffice, shop: FakeShop) -> None:
    said = told(fake, "orders", "epages")
    assert said["orders"][0]["source_id"] == "S-1"
    assert said["left_out"] == [{"order_number": "N-2", "reason": "cancelled"}]
    assert said["notes"][0]["message"] == "No weight."
    text = read_by_people(fake, "orders", "epages")
    assert "N-1  Ann Field, Malton, GBR  1 line\n" in text
    assert "N-1: No weight." in text
    told(fake, "orders", "epages", "--changed")
    assert shop.since[0] is None
    assert shop.since[-1] is not None


def test_orders_become_drafts_that_the_shop_can_be_told_of(
    fake: FakeOffice, shop: FakeShop
) -> None:
    (draft,) = told(fake, "orders", "epages", "--drafts")["drafts"]
    assert fake.office.drafts.get(draft["shipment"]).shipment.reference == "N-1"
    order = fake.office.despatching.order_of(draft["shipment"])
    assert order
    assert order.source_id == "S-1"
    said = told(fake, "orders", "epages", "--drafts", "--again", "update", "--rate", "EUR=0.86")
    assert [one["shipment"] for one in said["drafts"]] == [draft["shipment"]]
    problem = told(fake, "orders", "epages", "--drafts", "--rate", "EUR", code=2)["problems"][0]
    assert "--rate" in problem["message"]


def test_an_order_is_entered_from_a_draft_and_details(
    fake: FakeOffice, shop: FakeShop, tmp_path: Path
) -> None:
    (tmp_path / "draft.json").write_text(WHOLE.model_dump_json(), encoding="utf-8")
    (tmp_path / "more.json").write_text('{"shippingValue": 1.10}', encoding="utf-8")
    files = ("--draft", str(tmp_path / "draft.json"), "--details", str(tmp_path / "more.json"))
    said = told(fake, "create", "epages", *files, "--cart", "C", "--cart-token", "T")
    assert said["numbers"] == ["1"]
    (wanted,) = shop.created
    assert wanted.draft == WHOLE
    assert str(wanted.details["shippingValue"]) == "1.10"
    assert (wanted.details["cartId"], wanted.details["cartToken"]) == ("C", "T")
    (tmp_path / "more.json").write_text("[]", encoding="utf-8")
    told(fake, "create", "epages", *files, code=2)


DESPATCH = (
    "despatch", "--shop", "epages", "--order", "S-1", "--tracking", "PA1", "--tracking", "PA2",
    "--carrier", "Evri", "--service", "Next day", "--tracking-url", "https://t.example/1",
)  # fmt: skip


def test_a_shop_is_told_once_and_only_after_it_was_agreed(fake: FakeOffice, shop: FakeShop) -> None:
    question = told(fake, *DESPATCH, code=2)["problems"]
    assert question[0]["field"] == "agree"
    assert shop.told == []
    sent = told(fake, *DESPATCH, "--agree", "--email")["despatch"]
    assert (sent["state"], sent["news"]["numbers"]) == ("sent", ["PA1", "PA2"])
    assert told(fake, *DESPATCH)["despatch"] == sent
    (news,) = shop.told
    assert (news.carrier, news.service, news.send_email) == ("Evri", "Next day", True)
    assert "Sent  S-1  PA1, PA2" in read_by_people(fake, "outbox")


def test_what_was_not_sent_says_why(fake: FakeOffice, shop: FakeShop) -> None:
    shop.fails_with = Refused("The order is open.")
    told(fake, *DESPATCH, "--agree", code=3)
    (one,) = told(fake, "outbox")["despatches"]
    assert (one["state"], one["why"]) == ("failed", "The order is open.")


def test_a_parcel_without_an_order_is_asked_for_one(fake: FakeOffice, shop: FakeShop) -> None:
    assert told(fake, "despatch", code=2)["problems"][0]["field"] == "shipment"
    said = told(fake, "despatch", "--shop", "epages", code=2)
    assert said["problems"][0]["field"] == "order"


def test_a_shop_for_this_run_is_kept_nowhere(fake: FakeOffice) -> None:
    here = ("--platform", "epages", "--url", URL)
    assert told(fake, "check", *here)["ok"] is True
    assert told(fake, "despatch", *here, "--order", "S-1", "--tracking", "A", "--agree")
    assert told(fake, "list")["shops"] == []
