"""Signing a user in through the system's browser, with one question and one answer."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Protocol

from desktop_app.domain.account import Account, is_own_page
from desktop_app.domain.errors import NotSignedIn
from desktop_app.domain.sign_in import GrantedToken, authorize_url, granted, timed_out
from desktop_app.services.ports import Progress

PATIENCE = 300.0
_TICK = 0.25
DONE = "You are signed in. You can close this page and go back to Postroom."


class ReturnListener(Protocol):
    """A port on this computer that waits for the browser."""

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to come back to."""

    def wait(self, seconds: float) -> bool:
        """Whether it has come back within so many seconds."""

    def close(self) -> None:
        """Closes the port."""


ListenerMaker = Callable[[Callable[[Mapping[str, str]], str], int], ReturnListener]


class SignIn:
    """`listen` opens the port with what judges the answer; `browse` opens a page in the browser."""

    def __init__(self, listen: ListenerMaker, browse: Callable[[str], bool]) -> None:
        self._listen = listen
        self._browse = browse

    def run(
        self, account: Account, progress: Progress, port: int = 0, seconds: float = PATIENCE
    ) -> GrantedToken:
        """The token that the user allowed; the port is closed when this returns.

        `port`: the registered one, 0 for any. Raises NotSignedIn with the sentence for a refusal,
        a wrong state, a browser that does not open and a time-out; Cancelled; InputError for a
        port that is taken.
        """
        answer = _Answer()
        with closing(self._listen(answer.judge, port)) as listener:
            page = authorize_url(account, listener.redirect_uri, answer.state)
            if not is_own_page(page, account) or not self._browse(page):
                # Not the page's address: the port that it would come back to closes now.
                raise NotSignedIn(
                    "The browser could not be opened.",
                    advice="Choose a default browser for this computer, then sign in again.",
                )
            progress.report("Waiting for the sign-in in the browser")
            _wait(listener, progress, seconds)
        return answer.token()


class _Answer:
    """The one answer to one question, known by a word that is made for it alone."""

    def __init__(self) -> None:
        self.state = secrets.token_urlsafe(32)
        self._token: GrantedToken | None = None
        self._failure: NotSignedIn = timed_out()

    def judge(self, fields: Mapping[str, str]) -> str:
        """Takes the answer; the sentence to show in the browser."""
        try:
            self._token = granted(fields, self.state)
        except NotSignedIn as failure:
            self._failure = failure
            return failure.message
        return DONE

    def token(self) -> GrantedToken:
        """The token, or what came instead of it."""
        if self._token is None:
            raise self._failure
        return self._token


def _wait(listener: ReturnListener, progress: Progress, seconds: float) -> None:
    left = seconds
    while left > 0:
        progress.check()
        if listener.wait(min(_TICK, left)):
            return
        left -= _TICK
