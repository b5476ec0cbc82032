"""Tokens with client credentials: got when needed, renewed before they end, one at a time."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from pydantic import ValidationError

from desktop_app.domain.account import LIVE_URL, SANDBOX_URL, Account
from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NotSignedIn,
    PostroomError,
    ScopeMissing,
)
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import USUAL_SECONDS, Deadline
from desktop_app.parcel2go.errors import check_status
from desktop_app.parcel2go.exchange import Exchange, Request
from desktop_app.parcel2go.retrying import repeat
from desktop_app.parcel2go.wire.exact_json import read as read_json
from desktop_app.parcel2go.wire.reading import read
from desktop_app.parcel2go.wire.token import TokenAnswer, TokenRefusal

PATH = "/auth/connect/token"
RENEW_BEFORE = 90.0
PAYMENT = "payment"
# All that Postroom uses; a key that lacks some of it still does the rest.
_WISHES = ("public-api payment my-profile", "public-api payment", "public-api")
_FORM = "application/x-www-form-urlencoded"
_OTHER = {LIVE_URL: (SANDBOX_URL, "Sandbox"), SANDBOX_URL: (LIVE_URL, "Live")}


@dataclass(frozen=True)
class Token:
    """A bearer token, the scopes it was granted, and when (by `monotonic`) to have a new one."""

    word: str
    scopes: frozenset[str]
    renew_at: float


class TokenKeeper:
    """The token of one key. Its age is measured by a clock that nobody sets, so that a computer
    whose time is wrong signs in like any other."""

    def __init__(
        self,
        exchange: Exchange,
        account: Account,
        secret: str,
        wait: Callable[[float], None],
        monotonic: Callable[[], float],
    ) -> None:
        self._exchange = exchange
        self._account = account
        self._secret = secret
        self._wait = wait
        self._monotonic = monotonic
        self._wishes: tuple[str, ...] = _WISHES
        self._token: Token | None = None
        self._lock = threading.Lock()

    def word(self, deadline: Deadline | None = None) -> str:
        """A token that holds for the next 90 seconds; several threads share one request.

        Raises NotSignedIn for a key that is not known, and what the connection brings.
        """
        with self._lock:
            return self._fresh(deadline).word

    def renewed(self, refused: str, deadline: Deadline | None = None) -> str:
        """Another token than the one the service has just refused."""
        with self._lock:
            if self._token and self._token.word == refused:
                self._token = None
            return self._fresh(deadline).word

    def require(self, scope: str) -> None:
        """Raises ScopeMissing when the key does not have a scope, asked for anew before that."""
        with self._lock:
            if scope in self._fresh(None).scopes:
                return
            self._token, self._wishes = None, _WISHES
            if scope not in self._fresh(None).scopes:
                raise ScopeMissing(f"These credentials may not use “{scope}” at Parcel2Go.")

    def other_environment(self, deadline: Deadline) -> str:
        """The name of Parcel2Go's other environment if it knows this key, else ""."""
        url, name = _OTHER.get(self._account.base_url, ("", ""))
        if not url:
            return ""
        try:
            answer = self._ask(url + PATH, _WISHES[-1], deadline)
        except PostroomError:
            return ""
        return name if _refusal(answer) in {"", "invalid_scope"} else ""

    def _fresh(self, deadline: Deadline | None) -> Token:
        if self._token is None or self._monotonic() >= self._token.renew_at:
            self._token = None
            self._token = self._fetch(deadline or Deadline(USUAL_SECONDS, self._monotonic))
        return self._token

    def _fetch(self, patience: Deadline) -> Token:
        """Asks for all scopes, then for fewer; what was granted is asked for at once next time."""
        while True:
            asked_at, wish = self._monotonic(), self._wishes[0]
            answer = repeat(partial(self._checked, wish, patience), self._wait, patience)
            error = _refusal(answer)
            if not error:
                return _token(answer, wish, asked_at)
            if error != "invalid_scope" or len(self._wishes) == 1:
                raise _not_signed_in(error)
            self._wishes = self._wishes[1:]

    def _checked(self, scope: str, deadline: Deadline) -> Answer:
        answer = self._ask(self._exchange.url(PATH), scope, deadline)
        if answer.status not in {400, 401, 403}:
            check_status(answer)
            _require_success(answer)
        return answer

    def _ask(self, url: str, scope: str, deadline: Deadline) -> Answer:
        form = {
            "grant_type": "client_credentials",
            "scope": scope,
            "client_id": self._account.client_id,
            "client_secret": self._secret,
        }
        request = Request(
            "POST", url, "the sign-in", {"Content-Type": _FORM}, urlencode(form).encode()
        )
        return self._exchange.send(request, deadline)


def _token(answer: Answer, wish: str, asked_at: float) -> Token:
    told = read(TokenAnswer, answer)
    lifetime = float(told.expires_in)
    scopes = frozenset((told.scope or wish).split())
    return Token(told.access_token, scopes, asked_at + lifetime - min(RENEW_BEFORE, lifetime / 2))


def _refusal(answer: Answer) -> str:
    """OAuth's word for why there is no token; "" when there is one."""
    if answer.status == 200:
        return ""
    try:
        return TokenRefusal.read(read_json(answer.content)).error or "refused"
    except (ValueError, ValidationError):
        return "refused"


def _not_signed_in(error: str) -> PostroomError:
    if error == "invalid_scope":
        return ScopeMissing("These credentials may not use Parcel2Go's API.")
    if error in {"unauthorized_client", "unsupported_grant_type"}:
        return NotSignedIn(
            "These credentials are of another kind than Postroom needs.",
            advice="Create credentials with a secret in your Parcel2Go account, Settings, API.",
        )
    return NotSignedIn(
        "Parcel2Go does not know this client id and secret.",
        advice="Check both, and whether they are for Live or for Sandbox: each has its own.",
    )


def _require_success(answer: Answer) -> None:
    if answer.status != 200:
        message = f"The sign-in was answered with an unexpected status ({answer.status})."
        raise AnswerNotUnderstood(message, status=answer.status)
