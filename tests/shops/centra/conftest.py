"""A Centra shop on the scripted server."""

from collections.abc import Iterator

import pytest

from desktop_app.domain.shop import Platform, ShopSecret, shop_account
from desktop_app.shops.centra.client import CentraShop
from tests.fakes.scripted_server import ScriptedServer


@pytest.fixture
def pauses() -> list[float]:
    """The pauses between tries of calls without a progress; none is waited for."""
    return []


@pytest.fixture
def shop(server: ScriptedServer, pauses: list[float]) -> Iterator[CentraShop]:
    """A client of the plugin `order-api`."""
    account = shop_account(Platform.CENTRA, f"{server.base_url}/api/order-api")
    opened = CentraShop(account, ShopSecret(secret="s3cret"), wait=pauses.append)
    yield opened
    opened.close()
