"""Fixtures that several rooms share: the practice service, fresh for each test."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings

# How long one example takes is the machine's affair: time is measured in the benchmarks alone.
settings.register_profile("postroom", deadline=None)
settings.load_profile("postroom")


@pytest.fixture
def practice() -> Iterator[PracticeServer]:
    """A running practice service whose labels are ready at once."""
    with PracticeServer(settings=Settings(labels_delay=0)) as server:
        yield server
