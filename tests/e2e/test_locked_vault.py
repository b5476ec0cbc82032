"""A key vault that is locked: at the start, and when an account is connected."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.account import Account, Environment
from desktop_app.domain.record import Stage
from desktop_app.domain.settings import Settings
from desktop_app.flow.steps import Step
from desktop_app.practice.server import PracticeServer
from desktop_app.services import accounts
from desktop_app.services.office import Office
from desktop_app.storage.key_vault import SERVICE
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.driver import Driver
from tests.e2e.desk import Desk
from tests.fakes.fake_keyring import FakeKeyring
from tests.fakes.office import SENDER, WHOLE

LOCKED = RuntimeError("the collection is locked")


class OwnAccountDesk(Desk):
    """A desk whose account is kept in its settings, and the secret in the system's vault."""

    def _open(self, api_url: str) -> Office:
        return open_office(Arguments(data_dir=self.folder))


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch, practice: PracticeServer) -> FakeKeyring:
    """The system's key vault; and the practice service in Sandbox's place."""
    made = FakeKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: made)
    monkeypatch.setitem(accounts._URLS, Environment.SANDBOX, practice.base_url)
    return made


@pytest.fixture
def own(desk: Desk, vault: FakeKeyring) -> Iterator[OwnAccountDesk]:
    """A desk with one account, connected before; the window is still to be opened."""
    desk.close()
    account = Account(
        id="shop", environment=Environment.SANDBOX, name="Sandbox · shop",
        base_url=desk.practice.base_url, client_id=desk.practice.client_id,
    )  # fmt: skip
    vault.passwords[SERVICE, "shop"] = desk.practice.client_secret
    made = OwnAccountDesk(desk.practice, desk.folder)
    made.office.settings.save(
        Settings(welcomed=True, sender=SENDER, accounts=(account,), account_id="shop")
    )
    yield made
    made.close()


def said(part: QWidget) -> str:
    """All that can be read there."""
    labels = part.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def send(driver: Driver) -> None:
    """From the prices to the labels, by Enter alone."""
    for step in (Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY):
        driver.wait_for_step(step)
        driver.settle()
        driver.press()
    driver.wait_for_step(Step.LABELS)
    driver.settle()


def test_locked_at_the_start_drafts_are_there_and_prices_once_it_is_open(
    own: OwnAccountDesk, vault: FakeKeyring
) -> None:
    shipment = own.office.drafts.new(WHOLE).id
    vault.fails_with = LOCKED
    driver = own.open()
    assert [row.id for row in driver.window.list.model.rows()] == [shipment]
    assert "The key vault did not give the secret" in driver.window.notices.text
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.QUOTES)
    driver.settle()
    assert "Unlock the key vault, then try again." in said(driver.wizard)
    assert "this run only" not in said(driver.window)

    vault.fails_with = None
    driver.press_button("tryAgain")
    send(driver)
    assert own.kept().stage is Stage.TO_PRINT
    assert len(own.payments()) == 1
    assert driver.window.notices.text == ""


def test_connected_while_it_is_locked_the_account_works_until_the_end(
    own: OwnAccountDesk, vault: FakeKeyring
) -> None:
    own.office.settings.save(Settings(welcomed=True, sender=SENDER))
    vault.passwords.clear()
    vault.fails_with = LOCKED
    driver = own.open()
    driver.window.dialogs.accounts()
    connect(driver, own)
    assert "did not take the secret" in said(driver.window)
    assert "The secret is kept for this run only." in said(driver.window)
    assert own.office.accounts.current.environment is Environment.SANDBOX
    driver.press_button("settingsClose")
    driver.window.new_shipment(WHOLE)
    send(driver)
    assert own.kept().stage is Stage.TO_PRINT

    vault.fails_with = None
    driver = own.start_again()
    driver.window.new_shipment(WHOLE)
    driver.wait_for_step(Step.QUOTES)
    driver.settle()
    assert "No secret is kept for Sandbox" in said(driver.wizard)
    shipment = own.kept().id
    driver.press_button("signIn")
    connect(driver, own)
    driver.press_button("settingsClose")
    driver.window.open_shipment(shipment)
    send(driver)
    assert own.kept().stage is Stage.TO_PRINT
    assert own.practice.client_secret in vault.passwords.values()


def connect(driver: Driver, desk: Desk) -> None:
    (dialog,) = driver.window.findChildren(SettingsDialog)
    form = dialog.accounts.form
    driver.choose_in(form.environment, Environment.SANDBOX)
    form.client_id.setText(desk.practice.client_id)
    form.secret.setText(desk.practice.client_secret)
    driver.press_button("connectAccount")
    driver.settle()
