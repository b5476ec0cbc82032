"""The self-test sees what is missing or broken in what is shipped."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import KeyVaultError
from desktop_app.self_test.machine import barcodes_of, load_resources, try_key_vault
from desktop_app.self_test.steps import Wrong
from desktop_app.system.resources import resources_folder


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the resources, as a frozen program finds them."""
    folder = tmp_path / "resources"
    shutil.copytree(resources_folder(), folder)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return folder


def test_what_is_shipped_is_whole(qapp: QApplication, shipped: Path) -> None:
    assert f"{len(list(shipped.glob('icons/*.svg')))} icons" in load_resources(qapp)


def test_an_icon_that_draws_nothing_is_named(qapp: QApplication, shipped: Path) -> None:
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'
    (shipped / "icons" / "blank.svg").write_text(empty)
    with pytest.raises(Wrong, match="blank"):
        load_resources(qapp)


@pytest.mark.parametrize(
    ("file", "words"),
    [("fonts/broken.ttf", r"broken\.ttf"), ("translations/postroom_xx.qm", "translation xx")],
)
def test_a_damaged_file_is_named(qapp: QApplication, shipped: Path, file: str, words: str) -> None:
    (shipped / file).parent.mkdir(exist_ok=True)
    (shipped / file).write_bytes(b"not what it says")
    with pytest.raises(Wrong, match=words):
        load_resources(qapp)


def test_missing_icons_are_told(qapp: QApplication, shipped: Path) -> None:
    shutil.rmtree(shipped / "icons")
    with pytest.raises(Wrong, match="0 icons"):
        load_resources(qapp)


def test_a_page_without_a_barcode_has_none(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "page.pdf"))
    page.drawString(100, 100, "No barcode")
    page.save()
    assert barcodes_of((tmp_path / "page.pdf").read_bytes(), LabelPapers()) == set()


class Vault:
    """A key vault in memory; `gives` stands for one that is broken."""

    def __init__(self, gives: str | None = None, refuses: str = "") -> None:
        self.kept: dict[str, str] = {}
        self._gives, self._refuses = gives, refuses

    def get(self, account_id: str) -> str:
        return self.kept[account_id] if self._gives is None else self._gives

    def put(self, account_id: str, secret: str) -> None:
        if self._refuses:
            raise KeyVaultError(self._refuses)
        self.kept[account_id] = secret

    def forget(self, account_id: str) -> None:
        del self.kept[account_id]


def test_a_key_vault_that_works_is_left_as_it_was() -> None:
    vault = Vault()
    assert try_key_vault(vault) == ""
    assert vault.kept == {}


def test_a_missing_key_vault_is_a_note() -> None:
    assert try_key_vault(Vault(refuses="It is locked.")) == "It is locked."


def test_a_key_vault_that_gives_something_else_is_wrong() -> None:
    with pytest.raises(Wrong, match="something else"):
        try_key_vault(Vault(gives="other"))
