"""The user's own machine on a bad day: folders, databases, settings, key vaults, displays."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.services.examples import practice_parcel
from tests.e2e.barcodes import decoded
from tests.e2e.conftest import ROOT, Postroom


def test_a_newer_database_is_refused_and_left_alone(postroom: Postroom) -> None:
    assert postroom.run("settle").code == 0
    path = postroom.folder / "data" / "postroom.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    done = postroom.run("settle")
    assert done.code == 1
    assert "newer" in done.messages.casefold()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_damaged_database_is_set_aside_and_named(postroom: Postroom) -> None:
    folder = postroom.folder / "data"
    folder.mkdir()
    (folder / "postroom.db").write_bytes(b"this is no database, but it was somebody's" * 100)
    done = postroom.run("quote", postroom.draft())
    assert done.code == 0
    assert "was damaged" in done.messages
    aside = list(folder.glob("postroom.damaged-*.db"))
    assert len(aside) == 1
    assert aside[0].read_bytes().startswith(b"this is no database")


def test_damaged_settings_are_set_aside_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.json").write_text('{"sender": ', encoding="utf-8")
    (tmp_path / "draft.json").write_text("{}", encoding="utf-8")
    done = _postroom(tmp_path, "quote", "draft.json")
    assert done.returncode == 2
    (aside,) = folder.glob("settings.damaged-*")
    assert aside.name in done.stderr


def test_a_data_folder_that_is_a_file_is_said(postroom: Postroom) -> None:
    (postroom.folder / "data").write_text("a file", encoding="utf-8")
    done = postroom.run("settle")
    assert done.code == 1
    assert "data" in done.messages
    assert "Traceback" not in done.messages


def _postroom(
    folder: Path, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments, "--data-dir", str(folder / "data")],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_missing_key_vault_is_a_told_case(tmp_path: Path) -> None:
    account = {
        "id": "live-1", "environment": "live", "name": "Live · shop",
        "base_url": "https://www.parcel2go.com", "client_id": "x:shop",
    }  # fmt: skip
    (tmp_path / "data").mkdir()
    settings = json.dumps({"accounts": [account], "account_id": "live-1", "welcomed": True})
    (tmp_path / "data" / "settings.json").write_text(settings, encoding="utf-8")
    (tmp_path / "draft.json").write_text("{}", encoding="utf-8")
    done = _postroom(
        tmp_path,
        "quote",
        "draft.json",
        "--account",
        "live",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    assert done.returncode in {1, 6}
    assert "key vault" in done.stderr.casefold()
    assert "Traceback" not in done.stderr


def test_an_account_that_was_never_connected_is_said(tmp_path: Path) -> None:
    (tmp_path / "draft.json").write_text("{}", encoding="utf-8")
    done = _postroom(tmp_path, "quote", "draft.json", "--account", "sandbox")
    assert done.returncode == 6
    assert "No Sandbox account is connected" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_without_a_display_the_window_says_so(tmp_path: Path) -> None:
    done = _postroom(tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert "There is no display" in done.stderr


def test_the_tour_sends_both_parcels_and_pictures_each_step(tmp_path: Path) -> None:
    folder = tmp_path / "tour"
    done = _postroom(tmp_path, "--tour", str(folder), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    orders = [line for line in done.stdout.splitlines() if "consignment" in line]
    numbers = [line.rsplit(" ", 1)[1] for line in orders]
    assert len(numbers) == 2
    labels = sorted((folder / "labels").glob("*.pdf"))
    assert len(labels) == 4
    assert set().union(*(decoded(path) for path in labels)) >= set(numbers)
    pictures = [path.name for path in sorted(folder.glob("*.png"))]
    for step in ("addresses", "parcels", "quotes", "extras", "customs", "review", "pay"):
        assert any(f"usa-{step}" in name for name in pictures), step


def test_the_self_test_passes(tmp_path: Path) -> None:
    done = _postroom(tmp_path, "self-test", "--json", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["problems"] == []
    assert {"resources", "window", "payment", "labels", "barcodes"} <= said["seconds"].keys()
    assert said["versions"]["Postroom"]
    assert not (tmp_path / "data" / "postroom.db").exists()


def test_a_second_window_raises_the_first_and_leaves(tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "desktop_app", "--data-dir", str(tmp_path / "data")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(arguments, env=environment, stderr=subprocess.PIPE)
    try:
        _until_it_is_open(first, tmp_path / "data" / "postroom.db")
        second = subprocess.run(
            arguments, env=environment, timeout=60, capture_output=True, check=False
        )
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=30)


def test_a_window_opens_on_a_draft_and_closes_when_asked(tmp_path: Path) -> None:
    """As a double click on a file does, and as an installer does before it replaces the program."""
    draft = tmp_path / "order.postroom"
    draft.write_text(practice_parcel().model_dump_json(), encoding="utf-8")
    data = tmp_path / "data"
    arguments = [sys.executable, "-m", "desktop_app", "--data-dir", str(data)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([*arguments, "--open", str(draft)], env=environment)
    try:
        _until_it_is_open(window, data / "postroom.db")
        closed = subprocess.run([*arguments, "--close"], env=environment, timeout=90, check=False)
        assert closed.returncode == 0
        assert window.wait(30) == 0
    finally:
        window.kill()
        window.wait()
    with closing(sqlite3.connect(data / "postroom.db")) as database:
        rows = database.execute("SELECT count(*) FROM shipments").fetchone()
    assert rows == (1,)
    nothing = subprocess.run([*arguments, "--close"], env=environment, timeout=90, check=False)
    assert nothing.returncode == 0


def _until_it_is_open(window: "subprocess.Popen[bytes]", database: Path) -> None:
    """The list is read once the window is on screen, and its name is taken before that."""
    while not database.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(0.2)
