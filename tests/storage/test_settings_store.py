"""The settings file: whole, shared between windows, never silently replaced."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import FolderReadOnly
from desktop_app.domain.look import Theme
from desktop_app.domain.settings import Settings
from desktop_app.storage.settings_store import FileSettings
from desktop_app.storage.tolerant import read_value
from tests.fakes.strategies import addresses, declarations, words
from tests.storage.processes import ROOT

LIVE = Account(
    id="live", environment=Environment.LIVE, name="Live", base_url="https://www.parcel2go.com"
)
CHANGED = Settings(welcomed=True, account_id="live", accounts=(LIVE,), theme=Theme.DARK)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def store(file: Path) -> FileSettings:
    return FileSettings(file)


def test_without_a_file_there_are_the_defaults(store: FileSettings, file: Path) -> None:
    assert store.load() == Settings()
    assert store.notices == ()
    assert not file.exists()


def test_settings_come_back_as_they_were(store: FileSettings, file: Path) -> None:
    store.save(CHANGED)
    assert store.load() == CHANGED
    assert FileSettings(file).load() == CHANGED
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@given(
    settings=st.builds(
        Settings, sender=addresses, customs=declarations, language=words,
        layouts=st.dictionaries(words, words, max_size=3), theme=st.sampled_from(Theme),
    )
)  # fmt: skip
def test_any_settings_survive_the_file(settings: Settings) -> None:
    assert read_value(Settings, settings.model_dump_json(indent=2)) == settings


def test_another_window_sees_the_change_at_once(store: FileSettings, file: Path) -> None:
    other = FileSettings(file)
    assert other.load() == Settings()
    store.save(CHANGED)
    assert other.load() == CHANGED
    file.unlink()
    assert other.load() == Settings()


def test_a_newer_postroom_s_settings_can_be_read(store: FileSettings, file: Path) -> None:
    content = json.loads(CHANGED.model_dump_json())
    content["sounds"] = True
    content["printing"]["duplex"] = "both"
    content["theme"] = "sepia"
    file.write_text(json.dumps(content))
    assert store.load() == CHANGED.model_copy(update={"theme": Theme.SYSTEM})
    assert store.notices == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"welcomed": "perhaps"}'])
@pytest.mark.parametrize("saves_first", [True, False])
def test_damaged_settings_are_set_aside_and_named(
    store: FileSettings, file: Path, content: bytes, *, saves_first: bool
) -> None:
    file.write_bytes(content)
    if saves_first:
        store.save(CHANGED)
    assert store.load() == (CHANGED if saves_first else Settings())
    (aside,) = file.parent.glob("settings.damaged-*.json")
    assert aside.read_bytes() == content
    assert len(store.notices) == 1
    assert aside.name in store.notices[0]


def test_each_damaged_file_is_kept(store: FileSettings, file: Path) -> None:
    for content in (b"one", b"two"):
        file.write_bytes(content)
        store.load()
    asides = sorted(file.parent.glob("settings.damaged-*.json"))
    assert sorted(each.read_bytes() for each in asides) == [b"one", b"two"]


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    store = FileSettings(tmp_path / "data" / "settings.json")
    with pytest.raises(FolderReadOnly):
        store.save(CHANGED)


def test_nothing_heavy_is_imported_for_them() -> None:
    program = (
        "import sys, desktop_app.storage.settings_store, desktop_app.storage.label_vault;"
        "print({'sqlalchemy', 'alembic', 'keyring'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
