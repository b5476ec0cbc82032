"""Numbers that go out and come in exactly."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.parcel2go.wire.exact_json import plain, read, write

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**9, max_value=10**9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "text"),
    [("1.50", "1.5"), ("1E+1", "10"), ("10", "10"), ("10.0", "10"), ("0.0010", "0.001"),
     ("0", "0"), ("0.00", "0"), ("1E-7", "0.0000001"), ("100", "100")],
)  # fmt: skip
def test_a_number_is_written_plainly(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
    assert write({"N": Decimal(number)}) == f'{{"N":{text}}}'.encode()


@given(values)
def test_what_is_written_reads_back(value: Any) -> None:  # noqa: ANN401 - any JSON
    assert read(write(value)) == value
    assert json.loads(write(value)) is not write


def test_fractions_are_read_with_every_digit() -> None:
    assert read(b"[2.675, 10]") == [Decimal("2.675"), 10]


@pytest.mark.parametrize(
    "text", [b"", b"{", b"NaN", b"Infinity", b"\xff\xfe\x00", b"[" * 100_000, b"9" * 5000]
)
def test_what_is_no_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one
        read(text)


def test_half_a_letter_does_not_stop_a_request() -> None:
    assert write("\ud800") == b'"?"'
