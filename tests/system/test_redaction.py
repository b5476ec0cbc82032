"""What has the shape of a secret or an address never stays in a text; ids and codes do."""

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.system.redaction import redact

HASHES = st.binary(min_size=32, max_size=32).map(lambda raw: base64.b64encode(raw).decode())
OPENINGS = (
    "sent Bearer {}",
    "Authorization: {}",
    "access_token={}",
    '"Hash": "{}"',
    "?hash={}&page=1",
)


@given(secret=HASHES, opening=st.sampled_from(OPENINGS))
def test_a_named_secret_goes_whole(secret: str, opening: str) -> None:
    left = redact(opening.format(secret))
    assert left.replace('"', "") == opening.format("<secret>").replace('"', "")


@given(secret=st.binary(min_size=10, max_size=64).map(bytes.hex))
def test_a_long_hexadecimal_run_goes_unless_it_is_a_plain_number(secret: str) -> None:
    assert secret.isdecimal() or secret.isalpha() or secret not in redact(f"got {secret} back")


@given(
    name=st.text(string.ascii_letters + string.digits + "._+-", min_size=1, max_size=30),
    host=st.from_regex(r"[a-z]{1,10}\.(co\.uk|com|example)", fullmatch=True),
)
def test_an_email_address_goes(name: str, host: str) -> None:
    assert redact(f"sent to {name}@{host}, twice") == "sent to <email>, twice"


@given(st.text())
def test_any_text_is_taken_and_twice_is_as_good_as_once(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("call 07700900123 now", "call <phone> now"),
        ("call +44 7700 900123", "call <phone>"),
        ("call 07700 900 123.", "call <phone>."),
        ("to YO12 7JZ today", "to <postcode> today"),
        ("card 4111 1111 1111 1111", "card <number>"),
        ("client_secret='a b c'", "client_secret=<secret>"),
        ("password: hunter2, again", "password: <secret>, again"),
        ("Authorization: Bearer abcdef", "Authorization: <secret>"),
        ("eyJhbGciOi.eyJzdWIiOi.c2ln", "<secret>"),
    ],
)
def test_each_shape(text: str, left: str) -> None:
    assert redact(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24 10:11:12,345 INFO desktop_app.parcel2go.transport: GET /api/orders 200",
        "answered after 81 ms",
        "order 12345678 line 40069998 request 5f3a9c01",
        "desktop_app/parcel2go/wire/quotes.py:12 in parse_quotes_of_parcel2go_answer",
        "service hermes-parcelshop-2-day, code 6404199000",
        "Python 3.11.7, PySide6 6.11.3, Linux 6.1.0-18-amd64 x86_64",
        "consignment P2G0012345678",
    ],
)
def test_ids_codes_and_places_in_the_code_stay(text: str) -> None:
    assert redact(text) == text


def test_a_very_long_run_is_read_once() -> None:
    assert len(redact("a" * 2_000_000)) == 2_000_000
