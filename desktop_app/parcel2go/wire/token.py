"""The token endpoint's answers."""

from desktop_app.parcel2go.wire.base import WireModel


class Token(WireModel):
    """A token; `expires_in` in seconds."""

    access_token: str
    expires_in: float = 3600
    scope: str = ""


class TokenRefusal(WireModel):
    """Why there is none."""

    error: str = ""
