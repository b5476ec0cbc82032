"""A Geins shop on the scripted server."""

from collections.abc import Iterator

import pytest

from desktop_app.domain.shop import Platform, ShopSecret, shop_account
from desktop_app.shops.geins.client import GeinsShop
from tests.fakes.scripted_server import ScriptedServer


@pytest.fixture
def pauses() -> list[float]:
    """The pauses between tries of calls without a progress; none is waited for."""
    return []


@pytest.fixture
def shop(server: ScriptedServer, pauses: list[float]) -> Iterator[GeinsShop]:
    """A client of an account with the API user `ann`."""
    account = shop_account(Platform.GEINS, server.base_url, user="ann")
    secret = ShopSecret(secret="pä55", api_key="k3y")
    opened = GeinsShop(account, secret, wait=pauses.append)
    yield opened
    opened.close()
