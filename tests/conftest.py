"""Fixtures that several rooms share: the practice service, fresh for each test."""

from collections.abc import Iterator

import pytest

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings


@pytest.fixture
def practice() -> Iterator[PracticeServer]:
    """A running practice service whose labels are ready at once."""
    with PracticeServer(settings=Settings(labels_delay=0)) as server:
        yield server
