"""Every text can be drawn: letters that are not there are seen to be missing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.lettering import Lettering
from tests.documents.lettered import LETTERS

SIZE = 10.0


@pytest.mark.parametrize(
    "text",
    [
        "Größe 42 – Käse für £3",
        "Zażółć gęślą jaźń",
        "Ελληνικό προϊόν",
        "Русские валенки, їжак",
        "Nguyễn Thị Hồng",
        "Dobrý deň, Őrült",
        "İstanbul Şişli",
    ],
)
def test_these_languages_are_shown_as_they_are(text: str) -> None:
    assert LETTERS.shown(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("日本 Ltd", "□□ Ltd"),
        ("Gift 🎁", "Gift □"),
        ("שלום", "□□□□"),
        ("a\u200bb\u00adc\x00d", "abcd"),
        ("  two\t lines\n here ", "two lines here"),
        ("e\u0301", "é"),
        ("ＦＵＬＬ", "FULL"),
    ],
    ids=["Japanese", "emoji", "right to left", "unseen", "spaces", "composed", "full width"],
)
def test_other_letters_are_told_apart(text: str, shown: str) -> None:
    assert LETTERS.shown(text) == shown


@pytest.mark.parametrize("missing", ["none", "damaged"])
def test_without_the_fonts_western_letters_are_left(missing: str, tmp_path: Path) -> None:
    if missing == "damaged":
        (tmp_path / "DejaVuSansCondensed.ttf").write_bytes(b"junk")
    assert Lettering(None if missing == "none" else tmp_path).shown("Käse £3") == "Käse £3"
    assert Lettering().shown("Łódź 日") == "Łódz ?"


@given(st.text(max_size=120), st.floats(12, 300), st.booleans())
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    text: str, width: float, bold: bool
) -> None:
    lines = LETTERS.lines(text, SIZE, width, bold=bold)
    assert lines
    assert all(LETTERS.width(one, SIZE, bold=bold) <= width + 0.01 for one in lines if one[1:])
    whole = LETTERS.shown(" ".join(text.split("\n")))
    assert "".join("".join(lines).split()) == "".join(whole.split())


def test_a_text_without_end_is_cut() -> None:
    assert len("".join(LETTERS.lines("x" * 100_000, SIZE, 300))) == 2000
