"""Secrets: in the system's vault, or in memory for this run, and nowhere else."""

import subprocess
import sys

import pytest
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from desktop_app.domain.errors import KeyVaultError
from desktop_app.storage.key_vault import SERVICE, KeyVault
from tests.fakes.fake_keyring import FakeKeyring
from tests.storage.processes import ROOT


class WindowsError1783(Exception):
    """What the credential manager answers to a secret that is too long: no KeyringError."""

    def __init__(self) -> None:
        super().__init__(1783, "CredWrite", "The stub received bad data")


@pytest.fixture
def backend() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def vault(backend: FakeKeyring) -> KeyVault:
    return KeyVault(backend)


def test_a_secret_is_kept_in_the_vault(backend: FakeKeyring, vault: KeyVault) -> None:
    vault.put("live", "s3cret")
    assert backend.passwords == {(SERVICE, "live"): "s3cret"}
    assert KeyVault(backend).get("live") == "s3cret"
    assert vault.get("sandbox") == ""


def test_a_secret_is_replaced_and_forgotten(backend: FakeKeyring, vault: KeyVault) -> None:
    vault.put("live", "old")
    vault.put("live", "new")
    assert vault.get("live") == "new"
    vault.forget("live")
    assert vault.get("live") == ""
    vault.forget("live")
    assert backend.passwords == {}


@pytest.mark.parametrize(
    "failure",
    [
        NoKeyringError(),
        KeyringLocked("locked"),
        InitError("dismissed"),
        PasswordSetError("full"),
        WindowsError1783(),
        OSError("the bus is gone"),
    ],
)
def test_whatever_the_vault_raises_is_told_and_the_secret_holds_for_this_run(
    backend: FakeKeyring, vault: KeyVault, failure: Exception
) -> None:
    backend.fails_with = failure
    with pytest.raises(KeyVaultError, match="did not take") as told:
        vault.put("live", "s3cret")
    assert "this run only" in told.value.advice
    assert "s3cret" not in str(told.value)
    assert vault.get("live") == "s3cret"
    with pytest.raises(KeyVaultError, match="did not give"):
        vault.get("sandbox")
    with pytest.raises(KeyVaultError, match="did not remove"):
        vault.forget("live")
    backend.fails_with = None
    assert vault.get("live") == ""


def test_once_unlocked_it_is_kept_for_good(backend: FakeKeyring, vault: KeyVault) -> None:
    backend.fails_with = KeyringLocked()
    with pytest.raises(KeyVaultError):
        vault.put("live", "s3cret")
    backend.fails_with = None
    vault.put("live", "s3cret")
    assert KeyVault(backend).get("live") == "s3cret"


def test_a_vault_that_forgets_at_once_is_found_out(backend: FakeKeyring, vault: KeyVault) -> None:
    backend.forgets = True
    with pytest.raises(KeyVaultError, match="did not keep"):
        vault.put("live", "s3cret")
    assert vault.get("live") == "s3cret"


def test_a_plain_file_is_no_vault(backend: FakeKeyring, vault: KeyVault) -> None:
    """keyring gives stores that are none a priority below 1."""
    backend.priority = 0.5
    with pytest.raises(KeyVaultError, match="no key vault"):
        vault.put("live", "s3cret")
    assert backend.passwords == {}
    assert vault.get("live") == "s3cret"


@pytest.mark.parametrize("none", [fail.Keyring, null.Keyring])
def test_a_computer_without_a_vault_is_told(none: type[fail.Keyring] | type[null.Keyring]) -> None:
    vault = KeyVault(none())
    with pytest.raises(KeyVaultError, match="no key vault") as told:
        vault.get("live")
    assert "connect the account again" in told.value.advice
    assert "this run" not in told.value.advice

    with pytest.raises(KeyVaultError, match="no key vault") as told:
        vault.put("live", "s3cret")
    assert "this run only" in told.value.advice
    assert vault.get("live") == "s3cret"

    vault.forget("live")
    with pytest.raises(KeyVaultError, match="no key vault"):
        vault.get("live")


def test_windows_is_not_asked_to_keep_more_than_it_can(backend: FakeKeyring) -> None:
    vault = KeyVault(backend, longest=1280)
    vault.put("live", "é" * 1280)
    with pytest.raises(KeyVaultError, match="too long"):
        vault.put("live", "😀" * 641)  # two UTF-16 units each
    assert backend.passwords[SERVICE, "live"] == "é" * 1280
    assert vault.get("live") == "😀" * 641


def test_keyring_is_imported_when_it_is_needed() -> None:
    program = (
        "import sys; from desktop_app.storage.key_vault import KeyVault; KeyVault();"
        "print('keyring' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
