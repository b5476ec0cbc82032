"""A browser, and the port it comes back to, both in memory."""

import threading
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit


class FakeBrowser:
    """`answers`: what comes back beside the state; None while the user does nothing.

    `opened` are the pages it was given; `opens` says whether it takes them.
    """

    def __init__(self) -> None:
        self.opens = True
        self.opened: list[str] = []
        self.answers: dict[str, str] | None = {"access_token": "T0k", "expires_in": "3600"}
        self._judge: Callable[[Mapping[str, str]], str] | None = None
        self._back = threading.Event()

    def listener(self, judge: Callable[[Mapping[str, str]], str], port: int) -> "FakeBrowser":
        """Itself, as the port on this computer."""
        self._judge, self._port = judge, port or 4711
        self._back.clear()
        return self

    @property
    def redirect_uri(self) -> str:
        return f"http://127.0.0.1:{self._port}/return"

    def wait(self, seconds: float) -> bool:
        return self._back.wait(min(seconds, 0.01))

    def close(self) -> None:
        self._judge = None

    def open(self, page: str) -> bool:
        """Takes the page, and answers it at once."""
        self.opened.append(page)
        if self.opens and self.answers is not None:
            self.answer()
        return self.opens

    def answer(self) -> None:
        """The user has clicked."""
        assert self._judge
        assert self.answers is not None
        state = parse_qs(urlsplit(self.opened[-1]).query)["state"][0]
        self._judge({"state": state, **self.answers})
        self._back.set()
