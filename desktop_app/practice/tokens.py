"""`POST /auth/connect/token` and the discovery page: OAuth 2 client credentials."""

import hmac

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer
from desktop_app.practice.bodies import BadBodyError, form_fields
from desktop_app.practice.context import Practice, base_url, practice_of

SCOPES = frozenset({"public-api", "payment", "my-profile", "openid"})


async def token(request: Request) -> Response:
    """Answer a bearer token, or 400 with the OAuth error's name."""
    try:
        sent = dict(form_fields(await request.body()))
    except BadBodyError:
        sent = {}
    practice = practice_of(request)
    fault = _fault(sent, practice)
    if fault:
        return Answer({"error": fault}, 400)
    lifetime = practice.settings.token_lifetime
    scope = " ".join(sent["scope"].split())
    issued = practice.state.tokens.issue(scope, practice.settings.clock() + lifetime)
    return Answer(
        {"access_token": issued, "expires_in": lifetime, "token_type": "Bearer", "scope": scope}
    )


def _fault(sent: dict[str, str], practice: Practice) -> str:
    if sent.get("grant_type") != "client_credentials":
        return "unsupported_grant_type"
    if not _is_client(sent, practice):
        return "invalid_client"
    scopes = set(sent.get("scope", "").split())
    return "" if scopes and scopes <= SCOPES else "invalid_scope"


def _is_client(sent: dict[str, str], practice: Practice) -> bool:
    pairs = (
        (sent.get("client_id", ""), practice.state.client_id),
        (sent.get("client_secret", ""), practice.state.client_secret),
    )
    return all(hmac.compare_digest(mine.encode(), theirs.encode()) for mine, theirs in pairs)


async def discovery(request: Request) -> Response:
    """Answer where tokens are had."""
    site = base_url(request)
    return Answer(
        {
            "issuer": f"{site}/auth",
            "authorization_endpoint": f"{site}/auth/connect/authorize",
            "token_endpoint": f"{site}/auth/connect/token",
            "grant_types_supported": ["client_credentials", "implicit"],
            "response_types_supported": ["token"],
            "scopes_supported": sorted(SCOPES),
        }
    )
