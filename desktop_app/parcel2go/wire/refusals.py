"""The forms in which the service says no."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from desktop_app.parcel2go.wire.base import Loose, Objects, WireModel


def _object(value: object) -> object:
    return value if isinstance(value, dict) else {}


class RefusalAnswer(WireModel):
    """A list of errors, one message, or ASP.NET's map from fields to sentences."""

    message: Loose = ""
    errors: Objects = ()
    model_state: Annotated[dict[str, Any], BeforeValidator(_object)] = Field(default_factory=dict)


class StatedError(WireModel):
    """One of `Errors`; orders say `Error`, payments `Name` and `Description`."""

    error: Loose = ""
    description: Loose = ""
    name: Loose = ""

    @property
    def text(self) -> str:
        """The sentence, wherever it stands."""
        return self.error or self.description or self.name
