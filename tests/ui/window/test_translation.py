"""The words of the settings' language, where there is a translation; else English."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.ui.translation import install_translation, languages

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_LANGUAGE = 0xA7


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication) -> Path:
    (tmp_path / "postroom_de.qm").write_bytes(_empty_translation("de"))
    (tmp_path / "postroom_fr.qm").write_bytes(b"no translation")
    return tmp_path


def _empty_translation(code: str) -> bytes:
    """The least that Qt takes for a compiled translation: a header and its language."""
    name = code.encode()
    return _MAGIC + struct.pack(">BI", _LANGUAGE, len(name)) + name


def test_the_languages_are_those_that_lie_there(folder: Path) -> None:
    assert languages(folder) == ("de", "fr")


def test_a_translation_is_installed(folder: Path, qapp: QApplication) -> None:
    assert install_translation(qapp, "de", folder)
    made = qapp.findChildren(QTranslator)
    assert [one.language() for one in made] == ["de"]
    QCoreApplication.removeTranslator(made[0])
    made[0].deleteLater()


@pytest.mark.parametrize("code", ["", "fr", "tlh", "../de"])
def test_without_one_it_stays_english(folder: Path, qapp: QApplication, code: str) -> None:
    assert not install_translation(qapp, code, folder)
