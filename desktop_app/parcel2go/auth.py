"""Access tokens by client credentials: fetched when needed, renewed before they end.

Seed 002, Authentication; facts, section 1.
"""

import threading
from collections.abc import Callable

from desktop_app.domain.errors import NotSignedIn, Refused
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.token import Token, TokenRefusal

SCOPES = ("public-api payment my-profile", "public-api payment", "public-api")
_RENEW_BEFORE_S = 90.0


class Credentials:
    """One client id and secret, and the token they last brought. Safe for several threads.

    The token's age is measured by a clock that nobody can set, so a computer whose date is wrong
    signs in all the same.
    """

    def __init__(
        self, transport: Transport, client_id: str, secret: str, monotonic: Callable[[], float]
    ) -> None:
        self._transport = transport
        self._client_id = client_id
        self._secret = secret
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._token = ""
        self._good_until = float("-inf")
        self.scopes = ""

    def token(self, *, not_this: str = "") -> str:
        """A token that is good now, and is not the one the service has just refused."""
        with self._lock:
            if self._monotonic() >= self._good_until or self._token == not_this:
                self._fetch()
            return self._token

    def _fetch(self) -> None:
        for scopes in (self.scopes,) if self.scopes else SCOPES:
            asked_at = self._monotonic()
            answer = self._ask(scopes)
            if answer is None:
                continue
            self._token = answer.access_token
            lasts = max(answer.expires_in - _RENEW_BEFORE_S, answer.expires_in / 2)
            self._good_until = asked_at + lasts
            self.scopes = answer.scope or scopes
            return
        raise NotSignedIn("These credentials have none of the scopes that Postroom needs.")

    def _ask(self, scopes: str) -> Token | None:
        """The token for these scopes; None when only the scopes were refused."""
        form = {
            "grant_type": "client_credentials",
            "scope": scopes,
            "client_id": self._client_id,
            "client_secret": self._secret,
        }
        status, said = self._transport.post_form("/auth/connect/token", form)
        if status == 200:
            return Token.read(said)
        refusal = TokenRefusal.read(said).error
        if refusal == "invalid_scope":
            return None
        if status in {400, 401, 403}:
            raise NotSignedIn(
                "Parcel2Go does not know this client id and secret.",
                advice="Check both, and whether they belong to Live or to the Sandbox.",
            )
        raise Refused(f"Parcel2Go refused to sign in ({refusal or status}).")
