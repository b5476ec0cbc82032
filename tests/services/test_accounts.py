"""Connecting, choosing and leaving accounts; each has one broker."""

import threading

import pytest

from desktop_app.domain.account import PRACTICE, PRACTICE_ID, Account, Environment
from desktop_app.domain.errors import (
    InputError,
    KeyVaultError,
    LabelsToFetch,
    NotSignedIn,
    TimedOut,
)
from desktop_app.domain.settings import Settings
from desktop_app.services.accounts import Accounts, given_account
from desktop_app.services.at_stake import AtStake
from desktop_app.services.ports import Broker, PracticeAddress
from tests.fakes.fake_broker import FakeBroker
from tests.fakes.memory_stores import MemorySecrets, MemorySettings
from tests.fakes.office import FakePractice

KEY = "0" * 32 + ":Mason"


class Brokers:
    """Makes a FakeBroker for each account and keeps it to look at."""

    def __init__(self) -> None:
        self.made: list[tuple[FakeBroker, str]] = []
        self.fails_with: Exception | None = None

    def __call__(self, account: Account, secret: str) -> Broker:
        broker = FakeBroker(account=account)
        if self.fails_with:
            broker.before["check"] = self._fail
        self.made.append((broker, secret))
        return broker

    def _fail(self) -> None:
        assert self.fails_with
        raise self.fails_with


class Desk:
    """Accounts with everything they were given."""

    def __init__(self, this_run: tuple[Account, str] | Environment | None = None) -> None:
        self.settings, self.secrets = MemorySettings(Settings()), MemorySecrets()
        self.brokers = Brokers()
        self.accounts = Accounts(
            self.settings, self.secrets, self.brokers, FakePractice(), this_run
        )

    def connect(self, environment: Environment = Environment.LIVE, key: str = KEY) -> Account:
        return self.accounts.connect(environment, key, "hush")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_practice_is_used_until_an_account_is_connected(desk: Desk) -> None:
    assert desk.accounts.current == PRACTICE
    assert desk.accounts.all == (PRACTICE,)


def test_the_practice_broker_speaks_to_where_the_service_listens(desk: Desk) -> None:
    broker = desk.accounts.broker()
    assert broker.account.id == PRACTICE_ID
    assert broker.account.base_url == FakePractice().start().base_url
    assert desk.brokers.made[0][1] == FakePractice().start().client_secret


def test_connecting_checks_the_key_keeps_it_and_uses_it(desk: Desk) -> None:
    account = desk.accounts.connect(Environment.LIVE, f"  {KEY} ", " hush\n")

    assert desk.accounts.current == account
    assert account.name == "Live · Mason"
    assert account.base_url == "https://www.parcel2go.com"
    assert account.client_id == KEY
    assert desk.secrets.secrets == {account.id: "hush"}
    assert desk.brokers.made[0][0].calls == ["check"]
    assert desk.settings.settings.welcomed
    assert "hush" not in desk.settings.settings.model_dump_json()


@pytest.mark.parametrize(("key", "secret", "field"), [(" ", "s", "client_id"), (KEY, "", "secret")])
def test_an_empty_field_is_named(desk: Desk, key: str, secret: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        desk.accounts.connect(Environment.SANDBOX, key, secret)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert desk.brokers.made == []


@pytest.mark.parametrize("failure", [NotSignedIn("wrong key"), TimedOut("8 seconds")])
def test_a_key_that_does_not_work_changes_nothing(desk: Desk, failure: Exception) -> None:
    before = desk.settings.settings
    desk.brokers.fails_with = failure
    with pytest.raises(type(failure)):
        desk.connect()
    assert desk.settings.settings == before
    assert desk.secrets.secrets == {}
    assert desk.brokers.made[0][0].closed


def test_a_locked_vault_is_told_and_the_account_works_for_this_run(desk: Desk) -> None:
    desk.secrets.fails_with = KeyVaultError("locked")
    with pytest.raises(KeyVaultError):
        desk.connect()
    assert desk.accounts.current.environment is Environment.LIVE
    assert desk.accounts.broker() is desk.brokers.made[0][0]


def test_connecting_again_replaces_the_broker_and_keeps_one_account(desk: Desk) -> None:
    desk.connect()
    account = desk.connect()
    assert desk.accounts.all == (PRACTICE, account)
    assert desk.brokers.made[0][0].closed
    assert desk.accounts.broker() is desk.brokers.made[1][0]


def test_a_kept_secret_is_fetched_once(desk: Desk) -> None:
    account = desk.connect()
    later = Accounts(desk.settings, desk.secrets, desk.brokers, FakePractice())
    assert later.broker() is later.broker(account.id)
    assert [secret for _, secret in desk.brokers.made] == ["hush", "hush"]


def test_an_account_without_its_secret_asks_to_sign_in(desk: Desk) -> None:
    account = desk.connect()
    later = Accounts(desk.settings, MemorySecrets(), desk.brokers, FakePractice())
    with pytest.raises(NotSignedIn, match="No secret"):
        later.broker(account.id)


def test_choosing_an_account(desk: Desk) -> None:
    account = desk.connect()
    assert desk.accounts.use(PRACTICE_ID) == PRACTICE
    assert desk.accounts.current == PRACTICE
    assert desk.accounts.use(account.id) == desk.accounts.current
    with pytest.raises(NotSignedIn):
        desk.accounts.use("unknown")


def test_signing_out_forgets_the_account_and_its_secret(desk: Desk) -> None:
    account = desk.connect()
    desk.accounts.sign_out(account.id)
    assert desk.accounts.current == PRACTICE
    assert desk.accounts.all == (PRACTICE,)
    assert desk.secrets.secrets == {}
    assert desk.brokers.made[0][0].closed
    with pytest.raises(NotSignedIn, match="not connected"):
        desk.accounts.broker(account.id)


def test_signing_out_one_account_keeps_the_one_in_use(desk: Desk) -> None:
    sandbox = desk.connect(Environment.SANDBOX)
    live = desk.connect()
    desk.accounts.sign_out(sandbox.id)
    assert desk.accounts.current == live


def with_stake(stake: AtStake) -> tuple[Accounts, str]:
    """A connected account of which something is at stake."""
    desk = Desk()
    accounts = Accounts(
        desk.settings, desk.secrets, desk.brokers, FakePractice(), at_stake=lambda _: stake
    )
    return accounts, accounts.connect(Environment.LIVE, KEY, "hush").id


@pytest.mark.parametrize("anyway", [False, True])
def test_an_account_with_an_open_payment_is_not_signed_out(anyway: bool) -> None:
    accounts, account_id = with_stake(AtStake(("ORD-1 (Ann Field)",), ("ORD-2 (Sam Lee)",)))
    with pytest.raises(InputError, match=r"ORD-1 \(Ann Field\)") as caught:
        accounts.sign_out(account_id, anyway=anyway)
    assert not isinstance(caught.value, LabelsToFetch)
    assert accounts.current.id == account_id


def test_an_account_with_labels_to_come_is_signed_out_on_purpose_only() -> None:
    waiting = tuple(f"ORD-{number}" for number in range(1, 8))
    accounts, account_id = with_stake(AtStake((), waiting))
    with pytest.raises(LabelsToFetch, match="ORD-1, ORD-2, ORD-3, ORD-4, ORD-5 and 2 more have"):
        accounts.sign_out(account_id)
    assert accounts.current.id == account_id
    accounts.sign_out(account_id, anyway=True)
    assert accounts.current == PRACTICE


def test_one_label_to_come_is_named_alone() -> None:
    accounts, account_id = with_stake(AtStake((), ("ORD-2 (Sam Lee)",)))
    with pytest.raises(LabelsToFetch, match=r"ORD-2 \(Sam Lee\) has no label yet"):
        accounts.sign_out(account_id)


def test_an_account_for_one_run_is_used_and_never_kept() -> None:
    account = given_account("http://127.0.0.1:5000/", KEY)
    desk = Desk((account, "hush"))
    assert desk.accounts.current == account
    assert desk.accounts.broker(account.id) is desk.accounts.broker()
    assert desk.brokers.made[0][1] == "hush"
    assert desk.settings.settings == Settings()


def test_a_command_may_name_an_environment() -> None:
    desk = Desk(Environment.SANDBOX)
    with pytest.raises(NotSignedIn, match="No Sandbox account"):
        _ = desk.accounts.current
    sandbox = desk.connect(Environment.SANDBOX)
    desk.connect()
    assert desk.accounts.current == sandbox


@pytest.mark.parametrize(
    ("url", "environment"),
    [
        ("https://www.parcel2go.com", Environment.LIVE),
        ("https://sandbox.parcel2go.com/", Environment.SANDBOX),
        ("http://localhost:80", Environment.PRACTICE),
        ("http://[::1]:8080", Environment.PRACTICE),
        ("https://127.0.0.1", Environment.LIVE),
        ("https://example.com", Environment.LIVE),
    ],
)
def test_an_unknown_address_counts_as_real_money(url: str, environment: Environment) -> None:
    account = given_account(url, KEY)
    assert account.environment is environment
    assert account.base_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://localhost",
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost@example.com",
        "https://me:secret@example.com",
        "http://[::1",
        "https://[zz]",
        "https://example.com:99999",
        "https://example.com:port",
        "https://exa mple.com",
        "https://ex\u2100ample.com",
        "https://example\ud800.com",
        "https://example.com/api",
        "https://example.com?x=1",
    ],
)
def test_an_address_that_cannot_be_used_is_named(url: str) -> None:
    with pytest.raises(InputError) as caught:
        given_account(url, KEY)
    assert caught.value.problems[0].field == "api-url"


def test_a_client_id_that_is_no_text_is_named() -> None:
    with pytest.raises(InputError) as caught:
        given_account("https://example.com", "\udcff")
    assert caught.value.problems[0].field == "client-id"


def test_two_accounts_at_two_addresses_are_two() -> None:
    ids = {
        given_account(f"http://127.0.0.1:{port}", key).id for port in (1, 2) for key in ("a", "b")
    }
    assert len(ids) == 4


def test_many_threads_open_one_broker(desk: Desk) -> None:
    threads = [threading.Thread(target=desk.accounts.broker) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.brokers.made) == 1


class Stopping(FakePractice):
    """Says whether it was stopped."""

    def __init__(self) -> None:
        self.starts = self.stops = 0

    def start(self) -> PracticeAddress:
        self.starts += 1
        return super().start()

    def stop(self) -> None:
        self.stops += 1


def test_closing_lets_go_of_everything_and_practice_starts_only_when_needed() -> None:
    desk, practice = Desk(), Stopping()
    accounts = Accounts(desk.settings, desk.secrets, desk.brokers, practice)
    account = accounts.connect(Environment.LIVE, KEY, "hush")
    accounts.broker(account.id)
    assert practice.starts == 0
    accounts.broker(PRACTICE_ID)
    accounts.close()
    assert (practice.starts, practice.stops) == (1, 1)
    assert all(broker.closed for broker, _ in desk.brokers.made)
