"""Accounts whose users sign in at Parcel2Go's own page, in the browser."""

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import error
from desktop_app.domain.sign_in import KeptSignIn
from desktop_app.services.accounts import Accounts, account_at
from desktop_app.services.ports import Clock, Progress
from desktop_app.services.sign_in import SignIn

_PORTS = range(1024, 65536)


class BrowserSignIn:
    """Asks the user, and keeps what was allowed where the secret of a key would be."""

    def __init__(self, accounts: Accounts, sign_in: SignIn, clock: Clock) -> None:
        self._accounts = accounts
        self._sign_in = sign_in
        self._clock = clock

    def connect(
        self, environment: Environment, client_id: str, port: str, progress: Progress
    ) -> Account:
        """Signs a user in, and makes the account the current one.

        `port`: that of the return address registered for the client id, "" for any. Raises
        InputError for a field that cannot be right or a port that is taken, NotSignedIn with the
        sentence for what went wrong in the browser, Cancelled; KeyVaultError last of all: the
        account then works, for this run.
        """
        _require_client_id(client_id)
        account = account_at(environment, client_id, by_browser=True, return_port=_port(port))
        return self._ask(account, progress)

    def again(self, account_id: str, progress: Progress) -> Account:
        """The same for an account whose sign-in has ended; it raises the same."""
        return self._ask(self._accounts.named(account_id), progress)

    def _ask(self, account: Account, progress: Progress) -> Account:
        token = self._sign_in.run(account, progress, account.return_port)
        kept = KeptSignIn.of(token, self._clock.now())
        return self._accounts.adopt(account, kept.model_dump_json())


def _require_client_id(client_id: str) -> None:
    if not client_id.strip():
        message = "Enter the client id."
        raise InputError(message, [error("client_id", message)])


def _port(text: str) -> int:
    """The port as it was typed, 0 for none."""
    if not text.strip():
        return 0
    is_number = text.strip().isascii() and text.strip().isdigit() and len(text.strip()) < 6
    if not is_number or int(text) not in _PORTS:
        message = f"A port is a number from {_PORTS.start} to {_PORTS.stop - 1}."
        raise InputError(message, [error("return_port", message)])
    return int(text)
