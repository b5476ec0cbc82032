"""An ePages shop on the scripted server."""

from collections.abc import Iterator

import pytest

from desktop_app.domain.shop import Platform, ShopSecret, shop_account
from desktop_app.shops.epages.client import EpagesShop
from tests.fakes.scripted_server import ScriptedServer


@pytest.fixture
def pauses() -> list[float]:
    """The pauses between tries of calls without a progress; none is waited for."""
    return []


@pytest.fixture
def shop(server: ScriptedServer, pauses: list[float]) -> Iterator[EpagesShop]:
    """A client of the shop `DemoShop`."""
    account = shop_account(Platform.EPAGES, f"{server.base_url}/rs/shops/DemoShop")
    opened = EpagesShop(account, ShopSecret(secret="t0k3n"), wait=pauses.append)
    yield opened
    opened.close()
