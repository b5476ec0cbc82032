"""Who may ask: bearer tokens and their scopes."""

import functools
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import not_found, said
from desktop_app.practice.context import practice_of

Handler = Callable[[Request], Awaitable[Response]]
DENIED = "Authorization has been denied for this request."


def signed_in(*scopes: str, hidden: bool = False) -> Callable[[Handler], Handler]:
    """Let a handler answer only to a token that has all `scopes`.

    No or a wrong token gets 401, a missing scope 403. A `hidden` resource answers 404 to a call
    without any token, as labels do in a browser.
    """

    def guarded(handler: Handler) -> Handler:
        @functools.wraps(handler)
        async def checked(request: Request) -> Response:
            refusal = _refusal(request, frozenset(scopes), hidden=hidden)
            return await handler(request) if refusal is None else refusal

        return checked

    return guarded


def _refusal(request: Request, needed: frozenset[str], *, hidden: bool) -> Response | None:
    header = request.headers.get("authorization", "")
    if hidden and not header:
        return not_found()
    kind, _, token = header.partition(" ")
    practice = practice_of(request)
    held = practice.state.tokens.scopes(token.strip(), practice.settings.clock())
    if kind.lower() != "bearer" or held is None:
        return said(DENIED, 401)
    return None if needed <= held else said(DENIED, 403)
