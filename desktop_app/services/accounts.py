"""Which account is in use, and the broker that speaks for it."""

import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from desktop_app.domain.account import (
    LIVE_URL,
    PRACTICE,
    PRACTICE_ID,
    SANDBOX_URL,
    Account,
    Environment,
    is_safe_base,
)
from desktop_app.domain.errors import InputError, LabelsToFetch, NotSignedIn
from desktop_app.domain.problem import error
from desktop_app.services.at_stake import AtStake
from desktop_app.services.naming import listed
from desktop_app.services.ports import Broker, PracticeService, Secrets, SettingsStore

_URLS = {Environment.LIVE: LIVE_URL, Environment.SANDBOX: SANDBOX_URL}
BrokerMaker = Callable[[Account, str], Broker]


def _nothing(_account_id: str) -> AtStake:
    return AtStake()


class Accounts:
    """Practice and the connected accounts; one broker for each, made when first needed.

    `this_run` is what a command asks for in place of the usual account: an account with its
    secret (`--api-url`), or a connected one by its environment (`--account`). `at_stake` tells
    what of an account's shipments only it can bring to an end.
    """

    def __init__(
        self,
        settings: SettingsStore,
        secrets: Secrets,
        make_broker: BrokerMaker,
        practice: PracticeService,
        this_run: tuple[Account, str] | Environment | None = None,
        at_stake: Callable[[str], AtStake] = _nothing,
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._make = make_broker
        self._practice = practice
        self._at_stake = at_stake
        self._given = this_run if isinstance(this_run, tuple) else None
        self._chosen = None if isinstance(this_run, tuple) else this_run
        self._brokers: dict[str, Broker] = {}
        self._lock = threading.RLock()

    @property
    def current(self) -> Account:
        """The account in use; Practice until another one is connected."""
        if self._given:
            return self._given[0]
        if self._chosen:
            return self._of(self._chosen)
        return self._known(self._settings.load().account_id) or PRACTICE

    @property
    def all(self) -> tuple[Account, ...]:
        """Practice first, then the connected ones."""
        return (PRACTICE, *self._settings.load().accounts)

    def named(self, account_id: str) -> Account:
        """An account by its id; raises NotSignedIn when it is not connected (any more)."""
        if self._given and self._given[0].id == account_id:
            return self._given[0]
        account = self._known(account_id)
        if account is None:
            raise NotSignedIn("The account of this shipment is not connected on this computer.")
        return account

    def broker(self, account_id: str = "") -> Broker:
        """The broker of an account, else of the current one.

        Raises NotSignedIn without a secret, KeyVaultError when the vault is locked.
        """
        account = self.named(account_id) if account_id else self.current
        with self._lock:
            if account.id not in self._brokers:
                self._brokers[account.id] = self._open(account)
            return self._brokers[account.id]

    def use(self, account_id: str) -> Account:
        """Makes an account the current one."""
        account = self.named(account_id)
        settings = self._settings.load()
        self._settings.save(settings.model_copy(update={"account_id": account_id}))
        return account

    def connect(self, environment: Environment, client_id: str, secret: str) -> Account:
        """Checks a key within 8 s, keeps it, and makes its account the current one.

        Raises InputError for an empty field, NotSignedIn for a wrong key, NoConnection offline.
        KeyVaultError is raised last: the account then works, for this run.
        """
        _require(client_id, secret)
        return self.adopt(account_at(environment, client_id), secret.strip())

    def adopt(self, account: Account, secret: str) -> Account:
        """The same for an account that has its secret, or the sign-in that stands for one."""
        broker = self._make(account, secret)
        try:
            broker.check()
        except BaseException:
            broker.close()
            raise
        self._replace(account.id, broker)
        self._keep(account)
        self._secrets.put(account.id, secret)
        return account

    def sign_out(self, account_id: str, *, anyway: bool = False) -> None:
        """Forgets an account and its secret; its shipments stay.

        Raises InputError while a payment of it is open: only this account can settle it; and
        LabelsToFetch while paid shipments have no labels, unless the user wants it `anyway`.
        """
        _require_settled(self._at_stake(account_id).unsettled)
        if not anyway:
            _require_labelled(self._at_stake(account_id).unlabelled)
        settings = self._settings.load()
        left = tuple(account for account in settings.accounts if account.id != account_id)
        used = PRACTICE_ID if settings.account_id == account_id else settings.account_id
        self._settings.save(settings.model_copy(update={"accounts": left, "account_id": used}))
        with self._lock:
            if broker := self._brokers.pop(account_id, None):
                broker.close()
        self._secrets.forget(account_id)

    def close(self) -> None:
        """Lets go of all connections and stops the practice service."""
        with self._lock:
            for broker in self._brokers.values():
                broker.close()
            self._brokers.clear()
        self._practice.stop()

    def _open(self, account: Account) -> Broker:
        if self._given and self._given[0].id == account.id:
            return self._make(*self._given)
        if account.id == PRACTICE_ID:
            place = self._practice.start()
            found = {"base_url": place.base_url, "client_id": place.client_id}
            return self._make(account.model_copy(update=found), place.client_secret)
        secret = self._secrets.get(account.id)
        if not secret:
            raise NotSignedIn(f"No secret is kept for {account.name}.")
        return self._make(account, secret)

    def _replace(self, account_id: str, broker: Broker) -> None:
        with self._lock:
            if old := self._brokers.pop(account_id, None):
                old.close()
            self._brokers[account_id] = broker

    def _keep(self, account: Account) -> None:
        settings = self._settings.load()
        others = tuple(kept for kept in settings.accounts if kept.id != account.id)
        changed = {"accounts": (*others, account), "account_id": account.id, "welcomed": True}
        self._settings.save(settings.model_copy(update=changed))

    def _of(self, environment: Environment) -> Account:
        usual = self._settings.load().account_id
        found = [account for account in self.all if account.environment is environment]
        if not found:
            name = environment.value.capitalize()
            raise NotSignedIn(
                f"No {name} account is connected on this computer.",
                advice="Connect it in the window, or give --api-url and --client-id.",
            )
        return next((account for account in found if account.id == usual), found[0])

    def _known(self, account_id: str) -> Account | None:
        return next((account for account in self.all if account.id == account_id), None)


def _require_settled(unsettled: tuple[str, ...]) -> None:
    if unsettled:
        words = f"The payment of {listed(unsettled)} is not settled yet."
        raise InputError(
            f"{words} Signed out, nobody could find out about it.",
            advice="Settle it first: open the shipment, then “Check now”.",
        )


def _require_labelled(unlabelled: tuple[str, ...]) -> None:
    if unlabelled:
        what = "has no label" if len(unlabelled) == 1 else "have no labels"
        raise LabelsToFetch(
            f"{listed(unlabelled)} {what} yet, and only this account can fetch what is paid.",
            advice="Open the shipment to fetch its label, or sign out anyway.",
        )


def given_account(url: str, client_id: str) -> Account:
    """An account for one run, by its address; raises InputError for an unsafe one.

    An address that is neither the sandbox nor this computer counts as Live: real money.
    """
    if not is_safe_base(url):
        message = "Use an https address. Plain http is only for this computer."
        raise InputError(message, [error("api-url", message)])
    parts = urlsplit(url)
    if parts.path.strip("/") or parts.query or parts.fragment:
        message = "Use the address alone: /auth and /api are added to it."
        raise InputError(message, [error("api-url", message)])
    if not client_id.isascii():
        message = "A client id has plain letters, digits and signs only."
        raise InputError(message, [error("client-id", message)])
    environment = Environment.LIVE
    if parts.hostname == urlsplit(SANDBOX_URL).hostname:
        environment = Environment.SANDBOX
    elif parts.scheme == "http":
        environment = Environment.PRACTICE
    return _account(environment, url.rstrip("/"), client_id)


def account_at(
    environment: Environment, client_id: str, *, by_browser: bool = False, return_port: int = 0
) -> Account:
    """Parcel2Go's account of this client id, not connected yet.

    One by a key and one by the browser are two accounts: each has a secret of its own.
    """
    account = _account(environment, _URLS[environment], client_id.strip())
    if not by_browser:
        return account
    found = {
        "id": f"{account.id}-browser",
        "name": f"{account.name} (browser)",
        "by_browser": True,
        "return_port": return_port,
    }
    return account.model_copy(update=found)


def _account(environment: Environment, url: str, client_id: str) -> Account:
    label = client_id.partition(":")[2] or client_id[:8]
    return Account(
        id=f"{environment}-{urlsplit(url).netloc}-{client_id}",
        environment=environment,
        name=f"{environment.value.capitalize()} · {label}",
        base_url=url,
        client_id=client_id,
    )


def _require(client_id: str, secret: str) -> None:
    missing = [
        error(field, f"Enter the {word}.")
        for field, word, entered in (
            ("client_id", "client id", client_id),
            ("secret", "client secret", secret),
        )
        if not entered.strip()
    ]
    if missing:
        raise InputError(missing[0].message, missing)
