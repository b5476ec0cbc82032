"""The token endpoint's answers."""

from decimal import Decimal
from typing import Annotated

from pydantic import ConfigDict, Field

from desktop_app.parcel2go.wire.base import Amount, Loose, WireModel

_USUAL_LIFETIME = Decimal(300)


class TokenAnswer(WireModel):
    """A token, good for `expires_in` seconds; `scope` is what was granted, where it is told."""

    model_config = ConfigDict(alias_generator=None)

    access_token: Annotated[str, Field(pattern=r"^[\x21-\x7e]+$")]
    expires_in: Amount = _USUAL_LIFETIME
    scope: Loose = ""


class TokenRefusal(WireModel):
    """OAuth's refusal; only `error` is sure to be there."""

    model_config = ConfigDict(alias_generator=None)

    error: Loose = ""
