"""Fixtures of the practice service's own tests."""

from collections.abc import Iterator

import pytest

from desktop_app.practice.server import PracticeServer
from tests.practice.caller import Caller


@pytest.fixture
def caller(practice: PracticeServer) -> Iterator[Caller]:
    """A client that may ask and pay."""
    with Caller(practice) as client:
        yield client
