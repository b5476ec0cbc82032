"""Fills the Secrets port: the operating system's key vault, through keyring."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from desktop_app.domain.errors import KeyVaultError

SERVICE = "Postroom"
# A credential of Windows holds 2,560 bytes, two for each UTF-16 unit: its documented greatest size.
_LONGEST_ON_WINDOWS = 1280
# keyring's own mark for a store that is no vault: a plain file, or nothing at all.
_LOWEST_PRIORITY = 1
_UNLOCK = "Unlock the key vault, then try again."
_NONE_TO_READ = "Set one up, or connect the account again in the settings."
_NONE_TO_KEEP_IT = "The secret is kept for this run only. Set up the system's key vault."
_REMOVE = "Unlock the key vault, then remove Postroom's entry there."


class Backend(Protocol):
    """What is used of a backend of keyring."""

    @property
    def priority(self) -> float:
        """How much keyring recommends it; below 1: it does not."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        """Removes it."""


class KeyVault:
    """Secrets by account, in the system's vault; for this run in memory where it does not take one.

    `backend` None: the one keyring finds, when it is first needed (an import and a start of its
    own). `longest` is how many UTF-16 units a secret may have; 0: as many as there are.
    """

    def __init__(
        self,
        backend: Backend | None = None,
        longest: int = _LONGEST_ON_WINDOWS if sys.platform == "win32" else 0,
    ) -> None:
        self._backend = backend
        self._longest = longest
        self._this_run: dict[str, str] = {}
        self._lock = threading.RLock()

    def get(self, account_id: str) -> str:
        """The secret, or "" when none is kept; raises KeyVaultError when the vault is locked."""
        with self._lock:
            if account_id in self._this_run:
                return self._this_run[account_id]
            with _told("The key vault did not give the secret: it is locked or missing.", _UNLOCK):
                return self._vault(_NONE_TO_READ).get_password(SERVICE, account_id) or ""

    def put(self, account_id: str, secret: str) -> None:
        """Keeps it. Raises KeyVaultError when the vault refuses; then it holds for this run."""
        with self._lock:
            self._this_run[account_id] = secret
            self._refuse_too_long(secret)
            with _told("The key vault did not take the secret: it is locked, missing or full."):
                vault = self._vault(_NONE_TO_KEEP_IT)
                vault.set_password(SERVICE, account_id, secret)
                if vault.get_password(SERVICE, account_id) != secret:
                    raise KeyVaultError("The key vault did not keep the secret.")
            del self._this_run[account_id]

    def forget(self, account_id: str) -> None:
        """Removes it; it may be gone already, and without a vault there is none.

        Raises KeyVaultError when the vault is locked.
        """
        with self._lock:
            self._this_run.pop(account_id, None)
            with _told(
                "The key vault did not remove the secret: it is locked or missing.", _REMOVE
            ):
                vault = self._found()
                if vault and vault.get_password(SERVICE, account_id) is not None:
                    vault.delete_password(SERVICE, account_id)

    def _vault(self, advice: str) -> Backend:
        if vault := self._found():
            return vault
        raise KeyVaultError("This computer has no key vault.", advice=advice)

    def _found(self) -> Backend | None:
        if self._backend is None:
            import keyring  # noqa: PLC0415 - it looks for every vault there may be

            self._backend = keyring.get_keyring()
        return self._backend if self._backend.priority >= _LOWEST_PRIORITY else None

    def _refuse_too_long(self, secret: str) -> None:
        units = len(secret.encode("utf-16-le", "surrogatepass")) // 2
        if self._longest and units > self._longest:
            message = f"The secret is too long for Windows, which keeps {self._longest} characters."
            raise KeyVaultError(message, advice="Check that only the secret was pasted.")


@contextmanager
def _told(sentence: str, advice: str | None = None) -> Iterator[None]:
    """Backends are other people's code and raise what they like, not only KeyringError.

    Windows' is known for a `pywintypes.error` (1783), D-Bus for errors of its own. What they say
    may hold the secret, so it goes no further than the cause.
    """
    try:
        yield
    except KeyVaultError:
        raise
    except Exception as failure:
        raise KeyVaultError(sentence, advice=advice) from failure
