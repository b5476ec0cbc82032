"""What the machine gives: the time, a place to say how far work is, settings, the key vault."""

from datetime import datetime
from typing import NamedTuple, Protocol

from desktop_app.domain.settings import Settings


class Progress(Protocol):
    """Where long work says how far it is, and hears that it shall stop."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """What is being done; `total` 0: the end is not known."""

    def check(self) -> None:
        """Raises Cancelled once the user stopped it."""

    def wait(self, seconds: float) -> None:
        """Waits; raises Cancelled as soon as the user stops it."""


class Clock(Protocol):
    """The time, so that tests can move it."""

    def now(self) -> datetime:
        """Now, in UTC."""


class PracticeAddress(NamedTuple):
    """Where the practice service listens, and the key to it."""

    base_url: str
    client_id: str
    client_secret: str


class PracticeService(Protocol):
    """Postroom's own practice service, started when it is first needed."""

    def start(self) -> PracticeAddress:
        """Starts it unless it runs; raises NoConnection when it does not come up."""

    def stop(self) -> None:
        """Stops it, if it was started here."""


class Secrets(Protocol):
    """The operating system's key vault."""

    def get(self, account_id: str) -> str:
        """The secret, or "" when none is kept; raises KeyVaultError when the vault is locked."""

    def put(self, account_id: str, secret: str) -> None:
        """Keeps it. Raises KeyVaultError when the vault refuses; then it holds for this run."""

    def forget(self, account_id: str) -> None:
        """Removes it."""


class SettingsStore(Protocol):
    """The settings file; a damaged one is set aside and named, never silently replaced."""

    def load(self) -> Settings:
        """The settings as they are now."""

    def save(self, settings: Settings) -> None:
        """Writes them whole or not at all."""
