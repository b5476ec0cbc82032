"""What the practice shops share: JSON in and out, requests that were seen, a guard at the door."""

import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Handler = Callable[[Request], Awaitable[Response]]
Body = dict[str, Any]


class Turned(Exception):
    """Ends a request with this answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


class Seen:
    """The last requests, newest last, as method, target and body."""

    def __init__(self) -> None:
        self.requests: deque[Body] = deque(maxlen=1000)

    async def note(self, request: Request) -> None:
        """Keep one."""
        raw = await request.body()
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        said = {"method": request.method, "target": target, "body": raw.decode("utf-8", "replace")}
        self.requests.append(said)


def said(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Answer with JSON."""
    return JSONResponse(value, status, headers)


def web_page(status: int, words: str) -> Response:
    """Answer with the page of the server beneath, as some faults do."""
    page = f"<html><head><title>{status}</title></head><body><h2>{words}</h2></body></html>"
    return Response(page, status, media_type="text/html")


async def json_body(request: Request) -> Any:  # noqa: ANN401 - whatever was sent
    """Return the body's JSON; ends the request with 400 when it is none."""
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Turned(said({"message": "The body is no JSON.", "status": "400"}, 400)) from None


async def json_object(request: Request) -> Body:
    """Return the body's JSON object; ends the request with 400 when it is none."""
    sent = await json_body(request)
    if not isinstance(sent, dict):
        raise Turned(said({"message": "An object is expected.", "status": "400"}, 400))
    return sent


def application(
    addresses: Sequence[tuple[str, str, Handler]], seen: Seen, guard: Callable[[Request], None]
) -> Starlette:
    """Build a shop: each request is noted, let in by the guard, and answered."""

    def watched(handler: Handler) -> Handler:
        async def answer(request: Request) -> Response:
            await seen.note(request)
            try:
                guard(request)
                return await handler(request)
            except Turned as end:
                return end.answer

        return answer

    async def requests(_request: Request) -> Response:
        return said(list(seen.requests))

    routes = [Route(path, watched(handler), methods=[verb]) for verb, path, handler in addresses]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    return Starlette(routes=[*routes, Route("/practice/requests", requests)], middleware=[hosts])


def number(request: Request, name: str, usual: int, most: int) -> int:
    """Return a whole number of the query, kept between 0 and `most`."""
    text = request.query_params.get(name, "")
    return min(int(text), most) if text.isascii() and text.isdigit() else usual
