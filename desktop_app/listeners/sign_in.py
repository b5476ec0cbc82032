"""Hears the browser come back from signing in: once, then the port closes."""

import threading
from collections.abc import Callable, Mapping
from html import escape

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from desktop_app.domain.sign_in import RETURN_PATH, returned_fields
from desktop_app.listeners.loopback import HOST, Loopback

Judge = Callable[[Mapping[str, str]], str]
_LONGEST = 8192
_ANSWERS = {"access_token", "error", "state"}
# A fragment never reaches a server: our own page sends it on, in a body, out of the history.
_HAND_ON = """<script>
const said = location.hash;
history.replaceState(null, "", location.pathname);
const show = text => { document.body.textContent = text; };
if (said.length > 1)
  fetch(location.pathname, {method: "POST", body: said.slice(1)})
    .then(answer => answer.text()).then(show, () => show("Postroom could not be reached."));
else show("Nothing came back from the sign-in.");
</script>"""
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'"
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}


class SignInListener:
    """Waits for one return; `judge` says what of the fields, as a sentence for the browser."""

    def __init__(self, judge: Judge, port: int = 0) -> None:
        """Listens on a registered port, 0 for any; raises InputError when it is taken."""
        self._judge = judge
        self._heard = threading.Event()
        self._turn = threading.Lock()
        routes = [
            Route(RETURN_PATH, self._query, methods=["GET"]),
            Route(RETURN_PATH, self._fragment, methods=["POST"]),
        ]
        # By another name for this computer a page of somebody else could read our answers.
        own = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST])
        self._loopback = Loopback(Starlette(routes=routes, middleware=[own]), port)

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to come back to."""
        return f"http://{HOST}:{self._loopback.port}{RETURN_PATH}"

    def wait(self, seconds: float) -> bool:
        """Whether the browser has come back within so many seconds."""
        return self._heard.wait(seconds)

    def close(self) -> None:
        """Closes the port."""
        self._loopback.close()

    async def _query(self, request: Request) -> Response:
        fields = dict(request.query_params)
        if not _ANSWERS & set(fields):
            return _page(_HAND_ON)
        sentence = self._sentence(fields)
        return _gone() if sentence is None else _page(f"<p>{escape(sentence)}</p>")

    async def _fragment(self, request: Request) -> Response:
        if request.headers.get("origin", self._origin) != self._origin:
            return Response(status_code=403)
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LONGEST:
                return Response(status_code=413)
        sentence = self._sentence(returned_fields(body.decode("utf-8", "replace")))
        return _gone() if sentence is None else PlainTextResponse(sentence, headers=_HEADERS)

    def _sentence(self, fields: Mapping[str, str]) -> str | None:
        """What is said to the first answer; None to every later one."""
        with self._turn:
            if self._heard.is_set():
                return None
            sentence = self._judge(fields)
            self._heard.set()
        return sentence

    @property
    def _origin(self) -> str:
        return f"http://{HOST}:{self._loopback.port}"


def _page(content: str) -> Response:
    frame = f"<!DOCTYPE html><title>Postroom</title><body>{content}</body>"
    return HTMLResponse(frame, headers=_HEADERS)


def _gone() -> Response:
    return Response(status_code=410)
