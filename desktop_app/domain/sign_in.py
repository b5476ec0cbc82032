"""Signing in through the browser: OAuth's implicit flow (seed 002, Implicit flow)."""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode

from pydantic import ValidationError

from desktop_app.domain.account import Account
from desktop_app.domain.errors import NotSignedIn
from desktop_app.domain.value import Value

SCOPES = ("openid", "public-api", "payment", "my-profile")
RETURN_PATH = "/return"
_USUAL_SECONDS = 7200
_LONGEST_SECONDS = 30 * 24 * 3600


class GrantedToken(Value):
    """A token that the user allowed in the browser; nothing renews it but a new sign-in."""

    word: str
    seconds: int = _USUAL_SECONDS
    scopes: frozenset[str] = frozenset(SCOPES)


class KeptSignIn(Value):
    """A granted token as the key vault keeps it, with the moment at which it ends, in UTC."""

    word: str
    ends_at: datetime
    scopes: frozenset[str]

    @classmethod
    def of(cls, token: GrantedToken, now: datetime) -> "KeptSignIn":
        """A token that was granted just now."""
        return cls(
            word=token.word, ends_at=now + timedelta(seconds=token.seconds), scopes=token.scopes
        )

    def left(self, now: datetime) -> GrantedToken:
        """The token for what is left of its time; raises NotSignedIn once there is nothing."""
        seconds = int((self.ends_at - now).total_seconds())
        if seconds <= 0:
            raise sign_in_ended()
        return GrantedToken(word=self.word, seconds=seconds, scopes=self.scopes)


def kept_sign_in(text: str) -> KeptSignIn:
    """What the vault gave back; raises NotSignedIn for anything that is none."""
    try:
        return KeptSignIn.model_validate_json(text)
    except ValidationError as failure:
        raise sign_in_ended() from failure


def sign_in_ended() -> NotSignedIn:
    """The token's time is over, or the service has taken it back."""
    return NotSignedIn("Your sign-in has ended.", advice="Sign in again. What you entered is kept.")


def authorize_url(account: Account, redirect_uri: str, state: str) -> str:
    """The page where the user signs in; its query stands as the documents show it."""
    query = {
        "client_id": account.client_id,
        "redirect_uri": redirect_uri,
        "response_type": "token",
        "scope": " ".join(SCOPES),
        "state": state,
    }
    return f"{account.base_url.rstrip('/')}/auth/connect/authorize?{urlencode(query)}"


def returned_fields(text: str) -> dict[str, str]:
    """The fields of a query or a fragment, such as `access_token=…&state=…`.

    A fragment may begin with a path of its own, `/token?` (facts, section 1).
    """
    return dict(parse_qsl(text.lstrip("#").rpartition("?")[2], keep_blank_values=True))


def granted(fields: Mapping[str, str], state: str) -> GrantedToken:
    """The token that came back; raises NotSignedIn, with the sentence, when there is none.

    A return without our own state is nobody's answer to our question, whatever it brings.
    """
    if not hmac.compare_digest(fields.get("state", "").encode(), state.encode()):
        raise NotSignedIn(
            "The browser came back with an answer to another question. Nobody was signed in.",
            advice="Start the sign-in again from Postroom.",
        )
    if refusal := fields.get("error", ""):
        raise _refused(refusal)
    word = fields.get("access_token", "")
    if not word or not (word.isascii() and word.isprintable()) or " " in word:
        raise NotSignedIn("The browser came back without a sign-in.", advice="Try again.")
    told = fields.get("expires_in", "")
    scopes = frozenset(fields.get("scope", "").split()) or frozenset(SCOPES)
    return GrantedToken(word=word, seconds=_seconds(told), scopes=scopes)


def timed_out() -> NotSignedIn:
    """Nobody came back."""
    return NotSignedIn(
        "The sign-in in the browser was not finished in time.",
        advice="Start it again from Postroom, and finish it in the browser.",
    )


def _seconds(told: str) -> int:
    is_number = told.isascii() and told.isdigit() and len(told) < 10
    return min(int(told), _LONGEST_SECONDS) if is_number else _USUAL_SECONDS


def _refused(error: str) -> NotSignedIn:
    if error == "access_denied":
        return NotSignedIn("The sign-in was refused in the browser.", advice="Sign in again.")
    return NotSignedIn(
        "Parcel2Go did not accept the sign-in.",
        advice="Check the client id, and that this return address is registered for it.",
    )
