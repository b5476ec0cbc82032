"""A signed-in transport: every call with a good token, renewed once when it is refused."""

from typing import Any

from desktop_app.domain.account import Account
from desktop_app.domain.errors import NotSignedIn, ScopeMissing
from desktop_app.parcel2go.auth import Credentials
from desktop_app.parcel2go.transport import Call, Transport


class Session:
    """What every resource is given."""

    def __init__(self, account: Account, transport: Transport, credentials: Credentials) -> None:
        self.account = account
        self.transport = transport
        self._credentials = credentials

    @property
    def may_pay(self) -> bool:
        """Whether the token carries the payment scope, as far as that was said."""
        return "payment" in self._credentials.scopes.split()

    def sign_in(self) -> None:
        """Fetches a token unless there is a good one."""
        self._credentials.token()

    def json(self, call: Call) -> Any:  # noqa: ANN401 - any JSON
        """The JSON of a success. A 401 means that nothing was done, so also a payment may follow
        it once with a new token."""
        token = self._credentials.token()
        try:
            return self.transport.json(call, token)
        except ScopeMissing:
            raise
        except NotSignedIn:
            return self.transport.json(call, self._credentials.token(not_this=token))
