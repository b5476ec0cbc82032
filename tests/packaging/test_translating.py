"""The task `translate`: every word of the window in Qt's files, and what was translated kept."""

import re
from pathlib import Path

import pytest

from translating import gather_words, translate


def test_words_are_gathered_and_translations_kept(tmp_path: Path) -> None:
    file = tmp_path / "translations" / "postroom_de.ts"
    assert gather_words([file]) == 0
    text = file.read_text("utf-8")
    assert 'language="de' in text
    untranslated = (
        '<source>Shipments</source>\n        <translation type="unfinished"></translation>'
    )
    assert untranslated in text
    translated = "<source>Shipments</source>\n        <translation>Sendungen</translation>"
    file.write_text(text.replace(untranslated, translated), "utf-8")

    assert gather_words([file]) == 0
    assert translated in file.read_text("utf-8")
    assert "Sendungen".encode("utf-16-be") in file.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("code", ["", "deutsch!", "../de", "DE"])
def test_what_is_no_language_is_told(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate([code], tmp_path) == 1
    assert "is no language" in capsys.readouterr().err


def test_without_a_translation_it_says_how_to_begin_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate([], tmp_path) == 1
    assert re.search(r"translate [a-z]{2}$", capsys.readouterr().err.strip())


def test_without_lupdate_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gather_words([tmp_path / "postroom_de.ts"], tools=tmp_path) == 1
    assert "lupdate is missing" in capsys.readouterr().err
