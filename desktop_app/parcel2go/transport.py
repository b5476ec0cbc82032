"""Calls to the API: signed, repeated where that is harmless, every failure one of the domain's."""

import time
from collections.abc import Callable
from itertools import count
from typing import TypeVar

from desktop_app.domain.account import Account
from desktop_app.domain.errors import NoConnection, NotSignedIn, ScopeMissing, ServiceBroken
from desktop_app.domain.sign_in import GrantedToken
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.auth import TokenKeeper
from desktop_app.parcel2go.call import USUAL_SECONDS, Call, Deadline
from desktop_app.parcel2go.errors import check_status
from desktop_app.parcel2go.exchange import Exchange, Request
from desktop_app.parcel2go.gate import Gate
from desktop_app.parcel2go.given_token import GivenToken
from desktop_app.parcel2go.refusals import refusal
from desktop_app.parcel2go.retrying import repeat
from desktop_app.parcel2go.wire import exact_json

_JSON = "application/json"
T = TypeVar("T")


class Transport:
    """Everything the resources need of the network, for one account."""

    def __init__(
        self,
        account: Account,
        secret: str,
        *,
        wait: Callable[[float], None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        app_version: str = "",
        token: GrantedToken | None = None,
    ) -> None:
        """With a `token` that was allowed in the browser, no secret is needed."""
        self.account = account
        self._exchange = Exchange(account, app_version)
        self._wait = wait or self._exchange.wait
        self._monotonic = monotonic
        self._gate = Gate(self._wait, monotonic)
        self.tokens: TokenKeeper | GivenToken = (
            GivenToken(token, monotonic)
            if token
            else TokenKeeper(self._exchange, account, secret, self._wait, monotonic)
        )

    def answer(self, call: Call, deadline: Deadline | None = None) -> Answer:
        """The answer to a call, its status one of success; any other raises what it means.

        A call that is not repeatable is sent exactly once; only a 401, which says that nothing
        was done, has it sent a second time with a new token. With a `deadline`, all of it,
        signing in included, is over by then.
        """
        token = self._signed_in(call, lambda: self.tokens.word(deadline))
        try:
            return self._repeated(call, token, deadline)
        except ScopeMissing:
            raise
        except NotSignedIn:
            token = self._signed_in(call, lambda: self.tokens.renewed(token, deadline))
        return self._repeated(call, token, deadline)

    def sign_in(self, deadline: Deadline | None = None) -> None:
        """Makes sure of a token; raises NotSignedIn for a key that is not known."""
        self.tokens.word(deadline)

    def require_scope(self, scope: str) -> None:
        """Raises ScopeMissing when the key does not have a scope.

        Nothing that is asked only once has been sent then, nor when there is no connection.
        """
        self._unsent(lambda: self.tokens.require(scope))

    def unsigned(self, url: str, what: str) -> Answer:
        """A public page, asked for without a token; its status is for the caller to judge."""
        deadline = self.deadline(USUAL_SECONDS)
        request = Request("GET", url, what)
        return repeat(lambda: self._exchange.send(request, deadline), self._wait, deadline)

    def deadline(self, seconds: float) -> Deadline:
        """So many seconds from now."""
        return Deadline(seconds, self._monotonic)

    def close(self) -> None:
        """Lets go of all connections."""
        self._gate.close()
        self._exchange.close()

    def _signed_in(self, call: Call, word: Callable[[], str]) -> str:
        return word() if call.repeatable else self._unsent(word)

    def _unsent(self, action: Callable[[], T]) -> T:
        """Signing in for what is asked only once: while it fails, that has not been sent."""
        try:
            return action()
        except NoConnection as failure:
            failure.may_have_arrived = False
            raise
        except ServiceBroken as failure:
            raise NoConnection(failure.message, may_have_arrived=False) from failure

    def _repeated(self, call: Call, token: str, deadline: Deadline | None) -> Answer:
        patience = deadline or self.deadline(call.seconds)
        if not call.repeatable:
            with self._gate.passing():
                return self._once(call, token, patience)
        tries = count()

        def ask() -> Answer:
            with self._gate.place(is_new=next(tries) == 0):
                return self._once(call, token, deadline or self.deadline(call.seconds))

        return repeat(ask, self._wait, patience)

    def _once(self, call: Call, token: str, deadline: Deadline) -> Answer:
        answer = self._exchange.send(self._request(call, token), deadline)
        check_status(answer)
        if answer.status >= 400:
            raise refusal(answer, call.draft)
        return answer

    def _request(self, call: Call, token: str) -> Request:
        headers = {"Authorization": f"Bearer {token}"}
        content = None
        if call.body is not None:
            headers["Content-Type"] = _JSON
            content = exact_json.write(call.body)
        return Request(call.method, self._exchange.url(call.target), call.what, headers, content)
