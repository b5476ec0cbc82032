"""A broker on a scripted server, and one on the practice service."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from desktop_app.domain.account import Account, Environment
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.parcel2go.transport import Transport
from desktop_app.practice.server import PracticeServer
from tests.fakes.scripted_server import ScriptedServer


def account_at(base_url: str, client_id: str = "abc:shop") -> Account:
    """An account on this computer."""
    return Account(
        id="test", environment=Environment.PRACTICE, name="Test", base_url=base_url,
        client_id=client_id,
    )  # fmt: skip


@dataclass
class Pauses:
    """Stands in for waiting: notes how long it would have been."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    """The pauses between tries; none is really waited for."""
    return Pauses()


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that says what the test wrote down."""
    with ScriptedServer() as scripted:
        yield scripted


@pytest.fixture
def transport(server: ScriptedServer, pauses: Pauses) -> Iterator[Transport]:
    """A transport to the scripted server."""
    opened = Transport(account_at(server.base_url), "s3cret", wait=pauses)
    yield opened
    opened.close()


@pytest.fixture
def broker(server: ScriptedServer, pauses: Pauses) -> Iterator[Parcel2GoBroker]:
    """A broker on the scripted server."""
    opened = Parcel2GoBroker(account_at(server.base_url), "s3cret", wait=pauses)
    yield opened
    opened.close()


@pytest.fixture
def practised(practice: PracticeServer, pauses: Pauses) -> Iterator[Parcel2GoBroker]:
    """A broker on the practice service."""
    account = account_at(practice.base_url, practice.client_id)
    opened = Parcel2GoBroker(account, practice.client_secret, wait=pauses)
    yield opened
    opened.close()
