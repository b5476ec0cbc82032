"""`/auth/connect/authorize`: the page on which a user signs in and allows or refuses."""

from html import escape
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.practice.context import practice_of
from desktop_app.practice.finding import query
from desktop_app.practice.pages import page, table
from desktop_app.practice.tokens import SCOPES

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
# A browser holds the address that a form's answer leads to against `form-action` as well.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none';"
    " form-action 'self' http://127.0.0.1:* http://localhost:*"
)


async def authorize(request: Request) -> Response:
    """Show who asks for what. A return address that is not registered is never gone to.

    Registered are here all addresses of this computer.
    """
    fault = _fault(request)
    if fault:
        return page("Sign-in not possible", f"<p>{escape(fault)}</p>", 400)
    rows = [
        ("Asked for by", query(request, "client_id")),
        ("May", ", ".join(query(request, "scope").split())),
        ("Then back to", query(request, "redirect_uri")),
    ]
    form = (
        '<form method="post"><button name="answer" value="allow">Allow</button>\n'
        '<button name="answer" value="refuse">Refuse</button></form>'
    )
    shown = page("Sign in as Pat Practice", table(rows) + form)
    shown.headers["Content-Security-Policy"] = POLICY
    return shown


async def decide(request: Request) -> Response:
    """Send the user back, with a token or with OAuth's word for a refusal."""
    fault = _fault(request)
    if fault:
        return page("Sign-in not possible", f"<p>{escape(fault)}</p>", 400)
    asked = set(query(request, "scope").split())
    if (await request.body()).strip() != b"answer=allow":
        return _back(request, {"error": "access_denied"})
    if not asked or not asked <= SCOPES:
        return _back(request, {"error": "invalid_scope"})
    return _back(request, _granted(request, " ".join(query(request, "scope").split())))


def _granted(request: Request, scope: str) -> dict[str, str]:
    practice = practice_of(request)
    lifetime = practice.settings.token_lifetime
    token = practice.state.tokens.issue(scope, practice.settings.clock() + lifetime)
    return {
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": str(lifetime),
        "scope": scope,
    }


def _back(request: Request, fields: dict[str, str]) -> Response:
    state = query(request, "state")
    said = urlencode({**fields, **({"state": state} if state else {})})
    target = query(request, "redirect_uri")
    mark = "#" if practice_of(request).settings.token_in_fragment else "?"
    if mark == "?" and "?" in target:
        mark = "&"
    return RedirectResponse(f"{target}{mark}{said}", 303)


def _fault(request: Request) -> str:
    if query(request, "client_id") != practice_of(request).state.client_id:
        return "This client id is not known."
    if query(request, "response_type") != "token":
        return "Only the implicit flow is offered here: response_type=token."
    try:
        target = urlsplit(query(request, "redirect_uri"))
        known = target.scheme == "http" and target.hostname in LOOPBACK
    except ValueError:
        known = False
    return "" if known else "This return address is not registered."
