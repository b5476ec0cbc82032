"""The command line as a script uses it, and the window as a person does, over real HTTP."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.app import SECRET_VARIABLE
from desktop_app.domain.look import Theme
from desktop_app.domain.shipment import Shipment
from desktop_app.practice.server import PracticeServer
from desktop_app.services.draft_file import write_draft
from desktop_app.ui.theme.apply import apply_theme
from tests.e2e.desk import Desk
from tests.fakes.office import WHOLE

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code, its JSON, its messages."""

    code: int
    json: Any
    messages: str


@dataclass
class Postroom:
    """The command line against one practice service, with one data folder."""

    practice: PracticeServer
    folder: Path

    def run(self, *arguments: str, secret: str | None = None, url: str = "") -> Outcome:
        """Runs one command with `--json`; `secret` "" leaves it out of the environment."""
        done = self.start(*arguments, secret=secret, url=url)
        out, err = done.communicate(timeout=90)
        return Outcome(done.returncode, json.loads(out) if out.strip() else None, err)

    def start(
        self, *arguments: str, secret: str | None = None, url: str = ""
    ) -> "subprocess.Popen[str]":
        """Starts a command and leaves it running."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        environment["POSTROOM_CLIENT_SECRET"] = (
            self.practice.client_secret if secret is None else secret
        )
        return subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "desktop_app", *arguments, "--json",
             "--data-dir", str(self.folder / "data"),
             "--api-url", url or self.practice.base_url, "--client-id", self.practice.client_id],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
            cwd=self.folder,
        )  # fmt: skip

    def draft(self, shipment: Shipment = WHOLE) -> str:
        """Writes a draft file; its path."""
        path = self.folder / "draft.json"
        path.write_text(write_draft(shipment), encoding="utf-8")
        return str(path)

    def books(self) -> Any:  # noqa: ANN401 - JSON
        """The practice service's books."""
        return httpx.get(f"{self.practice.base_url}/practice/books").json()

    def fill_prepay(self, pounds: str) -> None:
        """Sets what PrePay holds."""
        answer = httpx.post(f"{self.practice.base_url}/practice/balance", json={"balance": pounds})
        answer.raise_for_status()

    def bad_day(self, **scenario: object) -> None:
        """Orders a bad day for the next matching request."""
        answer = httpx.post(f"{self.practice.base_url}/practice/scenarios", json=scenario)
        answer.raise_for_status()


@pytest.fixture
def postroom(practice: PracticeServer, tmp_path: Path) -> Postroom:
    return Postroom(practice, tmp_path)


@pytest.fixture
def pay_by_card() -> Callable[[str], None]:
    """Pays a payment page as a person with a practice card does."""

    def pay(page: str) -> None:
        httpx.get(page).raise_for_status()
        httpx.post(
            page, data={"card": "4242424242424242"}, follow_redirects=True
        ).raise_for_status()

    return pay


@pytest.fixture
def desk(
    practice: PracticeServer, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """A computer with Postroom on it; nothing of it is left on screen."""
    monkeypatch.setenv(SECRET_VARIABLE, practice.client_secret)
    apply_theme(qapp, Theme.LIGHT)
    made = Desk(practice, tmp_path / "data")
    yield made
    made.close()
    left = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    assert not left, f"still on screen: {left}"
