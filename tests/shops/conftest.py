"""A scripted server to speak with, and pauses that nobody waits for."""

from collections.abc import Iterator

import pytest

from tests.fakes.scripted_server import ScriptedServer
from tests.shops.listening import Listening


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that says what the test wrote down."""
    with ScriptedServer() as scripted:
        yield scripted


@pytest.fixture
def progress() -> Listening:
    """Hears what is being done, and waits no time."""
    return Listening()
