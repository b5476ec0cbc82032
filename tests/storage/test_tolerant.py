"""Kept JSON of another version: what is unknown is left out, by name only."""

import logging

import pytest

from desktop_app.domain.address import Address
from desktop_app.domain.shipment import Shipment
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tolerant import read_value
from tests.storage.samples import NOW


def test_only_the_names_of_unknown_fields_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    text = '{"sender": {"name": "Jo Mason", "nickname": "Jojo"}, "parcels": [{"hue": "red"}]}'
    assert read_value(Shipment, text) == Shipment(sender=Address(name="Jo Mason"))
    assert "parcels.hue, sender.nickname" in caplog.text
    assert "Jo" not in caplog.text
    assert "red" not in caplog.text


@pytest.mark.parametrize("text", ["", "null", '{"parcels": 3}', '{"x": 1, "parcels": 3}'])
def test_what_is_no_such_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Shipment"):
        read_value(Shipment, text)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_text(NOW.replace(tzinfo=None))


def test_moments_are_ordered_as_their_texts_are() -> None:
    later = NOW.replace(microsecond=5)
    assert to_text(NOW) < to_text(later)
    assert from_text(to_text(later)) == later
