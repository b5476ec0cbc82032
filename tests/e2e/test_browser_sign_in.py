"""Signing in on Parcel2Go's own page: the token is kept, used, ends, and is asked for again."""

from urllib.parse import urlsplit

import httpx
import pytest

from desktop_app.domain.account import SANDBOX_URL, Account, Environment
from desktop_app.domain.errors import InputError, NotSignedIn, ScopeMissing
from desktop_app.domain.settings import Settings
from desktop_app.domain.sign_in import kept_sign_in
from desktop_app.listeners.sign_in import SignInListener
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.practice.server import PracticeServer
from desktop_app.services.accounts import Accounts
from desktop_app.services.browser_sign_in import BrowserSignIn
from desktop_app.services.ports import Broker
from desktop_app.services.progress import QuietProgress
from desktop_app.services.sign_in import SignIn
from tests.fakes.memory_stores import MemorySecrets, MemorySettings
from tests.fakes.office import FakeClock, FakePractice


class Desk:
    """A computer on which Parcel2Go's sandbox is the practice service."""

    def __init__(self, practice: PracticeServer) -> None:
        self.practice = practice
        self.clock, self.secrets, self.settings = (
            FakeClock(),
            MemorySecrets(),
            MemorySettings(Settings()),
        )
        self.answer = "allow"
        self.accounts = self._started()

    def _started(self) -> Accounts:
        self.accounts = Accounts(self.settings, self.secrets, self._broker, FakePractice())
        self.browser = BrowserSignIn(
            self.accounts, SignIn(SignInListener, self._browse), self.clock
        )
        return self.accounts

    def start_again(self) -> None:
        """The program is closed and opened."""
        self.accounts.close()
        self._started()

    def sign_in(self) -> Account:
        return self.browser.connect(
            Environment.SANDBOX, self.practice.client_id, "", QuietProgress()
        )

    def _broker(self, account: Account, secret: str) -> Broker:
        here = account.model_copy(update={"base_url": self.practice.base_url})
        return Parcel2GoBroker(here, "", token=kept_sign_in(secret).left(self.clock.now()))

    def _browse(self, page: str) -> bool:
        assert page.startswith(SANDBOX_URL)
        parts = urlsplit(page)
        shown = f"{self.practice.base_url}{parts.path}?{parts.query}"
        sent = httpx.post(shown, data={"answer": self.answer})
        back, _, fragment = sent.headers["location"].partition("#")
        if fragment:
            httpx.post(back, content=fragment.encode())
        else:
            httpx.get(back)
        return True


@pytest.fixture
def desk(practice: PracticeServer) -> Desk:
    return Desk(practice)


def test_the_sign_in_outlives_a_restart_and_pays(desk: Desk) -> None:
    account = desk.sign_in()
    assert account.by_browser
    assert desk.accounts.current == account
    desk.start_again()
    assert desk.accounts.current == account
    assert desk.accounts.broker().prepay_balance() > 0
    desk.accounts.close()


def test_a_sign_in_that_has_ended_is_asked_for_again(desk: Desk) -> None:
    account = desk.sign_in()
    desk.clock.move(days=1)
    desk.start_again()
    with pytest.raises(NotSignedIn, match="has ended"):
        desk.accounts.broker()
    desk.browser.again(account.id, QuietProgress())
    assert desk.accounts.broker().prepay_balance() > 0
    assert [one.id for one in desk.accounts.all] == ["practice", account.id]
    desk.accounts.close()


def test_one_that_the_service_takes_back_says_so(desk: Desk) -> None:
    desk.sign_in()
    desk.practice.state.tokens.expire_all()
    with pytest.raises(NotSignedIn, match="has ended"):
        desk.accounts.broker().prepay_balance()
    desk.accounts.close()


def test_refused_in_the_browser_nothing_is_kept(desk: Desk) -> None:
    desk.answer = "refuse"
    with pytest.raises(NotSignedIn, match="refused"):
        desk.sign_in()
    assert desk.secrets.secrets == {}
    assert desk.accounts.current.is_practice


def test_signing_out_removes_the_token(desk: Desk) -> None:
    account = desk.sign_in()
    desk.accounts.sign_out(account.id)
    assert desk.secrets.secrets == {}


def test_what_the_vault_gives_back_may_be_anything(desk: Desk) -> None:
    account = desk.sign_in()
    desk.secrets.secrets[account.id] = "a secret of another time"
    desk.start_again()
    with pytest.raises(NotSignedIn, match="has ended"):
        desk.accounts.broker()


def test_a_client_id_is_needed(desk: Desk) -> None:
    with pytest.raises(InputError) as told:
        desk.browser.connect(Environment.LIVE, " ", "", QuietProgress())
    assert told.value.problems[0].field == "client_id"


def test_a_scope_that_was_not_allowed_is_named(desk: Desk) -> None:
    account = desk.sign_in()
    kept = kept_sign_in(desk.secrets.secrets[account.id])
    narrow = kept.model_copy(update={"scopes": frozenset({"public-api"})})
    desk.secrets.secrets[account.id] = narrow.model_dump_json()
    desk.start_again()
    with pytest.raises(ScopeMissing, match="my-profile"):
        desk.accounts.broker().beside.me()  # type: ignore[attr-defined]
    desk.accounts.close()
