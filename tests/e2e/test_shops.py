"""Orders come in from a shop, are booked, and the shop shows the tracking number."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from desktop_app.practice.shops.epages import EpagesPractice
from desktop_app.practice.shops.opening import shop_server
from desktop_app.practice.shops.server import ShopServer
from desktop_app.services.draft_file import read_draft, write_draft
from tests.e2e.conftest import ROOT, Postroom
from tests.fakes.office import WHOLE


@pytest.fixture
def server() -> Iterator[ShopServer]:
    with shop_server("epages") as running:
        yield running


@pytest.fixture
def shop(server: ShopServer, monkeypatch: pytest.MonkeyPatch) -> EpagesPractice:
    assert isinstance(server.shop, EpagesPractice)
    monkeypatch.setenv("POSTROOM_SHOP_SECRET", server.shop.token)
    return server.shop


def test_an_order_is_brought_in_booked_and_told_of(
    postroom: Postroom, server: ShopServer, shop: EpagesPractice
) -> None:
    connected = postroom.run("shops", "connect", "epages", server.base_url)
    assert connected.code == 0, connected.messages
    brought = postroom.run("shops", "orders", "epages", "--drafts")
    assert brought.code == 0, brought.messages
    order = next(one for one in brought.json["orders"] if one["recipient"]["town"] == "Malton")
    ready = WHOLE.model_copy(update={"reference": order["order_number"]})
    draft = postroom.folder / "order.json"
    draft.write_text(write_draft(read_draft(write_draft(ready))), encoding="utf-8")
    booked = postroom.run("book", str(draft), "--pay", "prepay", "--out", str(postroom.folder))
    assert booked.code == 0, booked.messages

    told = postroom.run("shops", "despatch", booked.json["shipment"], "--agree")

    assert told.code == 0, told.messages
    assert told.json["despatch"]["state"] == "sent"
    note = shop.orders[order["source_id"]]["internalNote"]
    assert all(f"Tracking code:{number}" in note for number in booked.json["consignments"])
    again = postroom.run("shops", "despatch", booked.json["shipment"])
    assert again.json["despatch"]["sent_at"] == told.json["despatch"]["sent_at"]
    changes = [one for one in shop.seen.requests if one["method"] == "PATCH"]
    assert len(changes) == 1


def test_a_practice_shop_says_where_it_is(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "practice", "--shop", "centra",
         "--until-stdin-closes"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert running.stdout
    facts: dict[str, Any] = json.loads(running.stdout.readline())
    headers = {"API-Authorization": facts["secret"]}
    answer = httpx.get(f"{facts['base_url']}/shipments", headers=headers)
    running.communicate(timeout=30)
    assert answer.json()["status"] == "ok"
    assert running.returncode == 0


@pytest.mark.parametrize("name", ["geins", "centra"])
def test_a_parcel_sent_in_another_way_is_told_of(
    postroom: Postroom, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with shop_server(name) as server:
        keys = server.shop.credentials
        monkeypatch.setenv("POSTROOM_SHOP_SECRET", keys.get("password") or keys["secret"])
        monkeypatch.setenv("POSTROOM_SHOP_API_KEY", keys.get("api_key", ""))
        here = ("--platform", name, "--url", server.base_url, "--user", keys.get("user", ""))
        orders = postroom.run("shops", "orders", *here).json["orders"]
        news = ("--order", orders[0]["source_id"], "--tracking", "PA1", "--carrier", "Evri")
        asked = postroom.run("shops", "despatch", *here, *news)
        assert asked.code == 2
        assert {one["field"] for one in asked.json["problems"]} == {"agree"}
        told = postroom.run("shops", "despatch", *here, *news, "--agree")
        assert told.code == 0, told.messages
        left = postroom.run("shops", "orders", *here).json["orders"]
        assert len(left) == len(orders) - 1
        entries = postroom.run("shops", "outbox").json["despatches"]
        assert [one["state"] for one in entries] == ["sent"]
