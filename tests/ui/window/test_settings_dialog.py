"""The settings: kept as they are chosen; an account is connected with one clear outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import KeyVaultError, NotSignedIn, PostroomError, TimedOut
from desktop_app.domain.look import Theme
from desktop_app.domain.paper import LabelPaper
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.settings.spending_page import SpendingPage
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.field import Field
from tests.fakes.office import FakeOffice, make_office
from tests.ui.window.windows import labelled
from tests.ui.wizard.opened import paid, waiting


@dataclass
class Opened:
    """A settings dialog on fakes."""

    fake: FakeOffice
    dialog: SettingsDialog
    background: Background
    qtbot: QtBot

    def quiet(self) -> None:
        """Until nothing runs."""
        self.qtbot.waitUntil(lambda: not self.background.running, timeout=10_000)

    def connect(self, client_id: str, secret: str) -> str:
        """Fills in the form and presses Connect; what the strip says then."""
        form = self.dialog.accounts.form
        form.client_id.setText(client_id)
        form.secret.setText(secret)
        form.connect_button.click()
        self.quiet()
        return form.banner.text


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    fake = make_office()
    background = Background()
    context = Context(fake.office, background, lambda _url: True, lambda _text, _undo: None)
    dialog = SettingsDialog(context, "accounts")
    qtbot.addWidget(dialog)
    dialog.show()
    found = Opened(fake, dialog, background, qtbot)
    found.quiet()
    yield found
    dialog.close()
    background.close()


def test_a_good_key_is_connected_and_its_secret_never_shown_again(opened: Opened) -> None:
    said = opened.connect("0123456789abcdef:shop", "s3cret")
    assert said == "Connected as Live · shop."
    assert opened.fake.office.accounts.current.name == "Live · shop"
    assert list(opened.fake.secrets.secrets.values()) == ["s3cret"]
    shown = [edit.text() for edit in opened.dialog.findChildren(QLineEdit)]
    assert "s3cret" not in shown
    assert opened.dialog.accounts.form.secret.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    "failure",
    [
        NotSignedIn("Parcel2Go does not know this client id and secret."),
        TimedOut("Parcel2Go did not answer within 8 seconds."),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_each_failure_has_its_sentence_and_nothing_is_kept(
    opened: Opened, failure: PostroomError
) -> None:
    def fail() -> None:
        raise failure

    opened.fake.broker.before["check"] = fail
    assert opened.connect("id:shop", "secret").startswith(failure.message)
    assert opened.fake.office.accounts.current.is_practice
    assert opened.fake.secrets.secrets == {}
    assert opened.dialog.accounts.form.client_id.text() == "id:shop"


def test_empty_fields_are_named(opened: Opened) -> None:
    opened.connect("", "")
    form = opened.dialog.accounts.form.form
    problems = [(field.path, field.problem) for field in form.fields() if field.problem]
    assert [path for path, _ in problems] == ["client_id", "secret"]
    assert "check" not in opened.fake.broker.calls


def test_a_locked_key_vault_lets_the_account_work_for_this_run(opened: Opened) -> None:
    opened.fake.secrets.fails_with = KeyVaultError("The key vault is locked.")
    said = opened.connect("id:shop", "secret")
    assert "locked" in said
    assert opened.fake.office.accounts.current.name == "Live · shop"


def ask_browser(opened: Opened, client_id: str = "id:shop", port: str = "") -> str:
    """Chooses the browser and starts; what the strip says once nothing runs."""
    form = opened.dialog.accounts.form
    form.in_browser.setCurrentIndex(1)
    form.client_id.setText(client_id)
    form.port.setText(port)
    form.connect_button.click()
    opened.quiet()
    return form.banner.text


def test_a_user_signs_in_in_the_browser(opened: Opened) -> None:
    assert ask_browser(opened, port="4712") == "Connected as Live · shop (browser)."
    account = opened.fake.office.accounts.current
    assert (account.by_browser, account.return_port) == (True, 4712)
    assert "127.0.0.1%3A4712%2Freturn" in opened.fake.browser.opened[0]
    assert "T0k" in opened.fake.secrets.secrets[account.id]
    assert not [edit for edit in opened.dialog.findChildren(QLineEdit) if "T0k" in edit.text()]


def test_the_fields_are_those_of_the_way(opened: Opened) -> None:
    form = opened.dialog.accounts.form
    assert form.secret.isVisible()
    assert not form.port.isVisible()
    form.in_browser.setCurrentIndex(1)
    assert form.port.isVisible()
    assert not form.secret.isVisible()
    assert form.connect_button.text() == "Sign in in the browser"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"error": "access_denied"}, "refused in the browser"),
        ({"access_token": "T0k", "state": "another"}, "another question"),
        ({}, "came back without a sign-in"),
    ],
)
def test_what_goes_wrong_in_the_browser_is_told(
    opened: Opened, answers: dict[str, str], words: str
) -> None:
    opened.fake.browser.answers = answers
    assert words in ask_browser(opened)
    assert opened.fake.office.accounts.current.is_practice
    assert opened.fake.secrets.secrets == {}
    assert opened.dialog.accounts.form.client_id.text() == "id:shop"


def test_a_browser_that_does_not_open_is_told(opened: Opened) -> None:
    opened.fake.browser.opens = False
    assert "could not be opened" in ask_browser(opened)


@pytest.mark.parametrize("port", ["80", "70000", "x", "１２３４"])
def test_a_port_that_is_none_is_named(opened: Opened, port: str) -> None:
    ask_browser(opened, port=port)
    form = opened.dialog.accounts.form.form
    assert [field.path for field in form.fields() if field.problem] == ["return_port"]
    assert opened.fake.browser.opened == []


def test_waiting_for_the_browser_is_cancelled(opened: Opened) -> None:
    opened.fake.browser.answers = None
    form = opened.dialog.accounts.form
    form.in_browser.setCurrentIndex(1)
    form.client_id.setText("id:shop")
    form.connect_button.click()
    opened.qtbot.waitUntil(lambda: bool(opened.fake.browser.opened))
    stop = opened.dialog.findChild(QPushButton, "cancelSignIn")
    assert stop is not None
    assert stop.isVisible()
    stop.click()
    opened.quiet()
    assert form.banner.text == ""
    assert not form.connect_button.busy
    assert not stop.isVisible()
    assert form.client_id.text() == "id:shop"


def test_closing_the_settings_ends_the_waiting(opened: Opened) -> None:
    opened.fake.browser.answers = None
    form = opened.dialog.accounts.form
    form.in_browser.setCurrentIndex(1)
    form.client_id.setText("id:shop")
    form.connect_button.click()
    opened.qtbot.waitUntil(lambda: bool(opened.fake.browser.opened))
    opened.dialog.close()
    opened.quiet()
    assert opened.fake.office.accounts.current.is_practice


def test_a_sign_in_that_has_ended_is_asked_for_again(opened: Opened) -> None:
    ask_browser(opened)
    account = opened.fake.office.accounts.current
    opened.fake.browser.answers = {"access_token": "T1k", "expires_in": "60"}
    again = opened.dialog.findChild(QPushButton, f"signInAgain:{account.id}")
    assert again is not None
    again.click()
    opened.quiet()
    assert "T1k" in opened.fake.secrets.secrets[account.id]
    assert [one.id for one in opened.fake.office.accounts.all] == ["practice", account.id]


def test_signing_out_goes_back_to_practice(opened: Opened) -> None:
    opened.connect("id:shop", "secret")
    account = opened.fake.office.accounts.current
    button = opened.dialog.findChild(QPushButton, f"signOut:{account.id}")
    assert button is not None
    button.click()
    opened.quiet()
    assert opened.fake.office.accounts.current.is_practice
    assert opened.fake.secrets.secrets == {}


def sign_out(opened: Opened) -> QPushButton:
    """Presses Sign out beside the account in use; the button of the question that may follow."""
    account = opened.fake.office.accounts.current
    out = opened.dialog.findChild(QPushButton, f"signOut:{account.id}")
    anyway = opened.dialog.findChild(QPushButton, "signOutAnyway")
    assert out is not None
    assert anyway is not None
    assert not anyway.isVisible()
    out.click()
    opened.quiet()
    return anyway


def test_labels_to_come_are_named_before_signing_out_anyway(opened: Opened) -> None:
    opened.connect("id:shop", "secret")
    account = opened.fake.office.accounts.current
    paid(opened.fake)
    labelled(opened.fake)
    anyway = sign_out(opened)
    assert opened.fake.office.accounts.current == account
    assert anyway.isVisible()
    question = anyway.parentWidget()
    assert isinstance(question, Banner)
    assert question.text.startswith("ORD-1001 (Ann Field) has no label yet")
    anyway.click()
    opened.quiet()
    assert opened.fake.office.accounts.current.is_practice
    assert not anyway.isVisible()


def test_an_open_payment_is_named_and_nobody_signs_out(opened: Opened) -> None:
    opened.connect("id:shop", "secret")
    account = opened.fake.office.accounts.current
    waiting(opened.fake)
    anyway = sign_out(opened)
    assert opened.fake.office.accounts.current == account
    assert not anyway.isVisible()
    assert "ORD-1001 (Ann Field) is not settled" in opened.dialog.accounts.banner.text


def test_paper_printers_and_theme_are_kept_at_once(opened: Opened) -> None:
    pages = opened.dialog.pages
    printing, appearance = pages["printing"], pages["appearance"]
    paper = printing.paper  # type: ignore[attr-defined]
    paper.setCurrentIndex(paper.findData(LabelPaper.SIX_BY_FOUR))
    paper.activated.emit(paper.currentIndex())
    label = printing.label  # type: ignore[attr-defined]
    label.setCurrentIndex(label.findData("Bench 4x6"))
    label.activated.emit(label.currentIndex())
    theme = appearance.theme  # type: ignore[attr-defined]
    theme.setCurrentIndex(theme.findData(Theme.LIGHT))
    theme.activated.emit(theme.currentIndex())

    settings = opened.fake.settings.settings
    assert settings.printing.paper is LabelPaper.SIX_BY_FOUR
    assert settings.printing.label_printer == "Bench 4x6"
    assert settings.theme is Theme.LIGHT


def test_the_sender_is_kept_when_the_dialog_closes(opened: Opened) -> None:
    form = opened.dialog.pages["sender"].form  # type: ignore[attr-defined]
    town = form.lines["town"]
    town.setText("Whitby")
    town.textEdited.emit("Whitby")
    opened.dialog.accept()
    assert opened.fake.settings.settings.sender.town == "Whitby"


def test_spending_limits_are_kept_and_what_cannot_be_read_is_said(opened: Opened) -> None:
    page = opened.dialog.pages["spending"]
    assert isinstance(page, SpendingPage)
    QTest.keyClicks(page.one_order, "25")
    QTest.keyClicks(page.one_day, "a lot")
    page.apply()
    limits = opened.fake.settings.load().spending
    assert (limits.one_order, limits.one_day) == (Decimal(25), None)
    problems = {field.path: field.problem for field in page.findChildren(Field) if field.problem}
    assert list(problems) == ["spending.one_day"]
    page.one_day.selectAll()
    QTest.keyClick(page.one_day, Qt.Key.Key_Delete)
    page.apply()
    assert not [field for field in page.findChildren(Field) if field.problem]
