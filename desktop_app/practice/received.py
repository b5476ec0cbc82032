"""What a client sent, read as forgivingly as the real service reads it: keys in any casing."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

Amount = Annotated[Decimal, Field(ge=0, le=1_000_000, max_digits=40, decimal_places=30)]


class Received(BaseModel):
    """A part of a request; `null` counts as left out and unknown keys are ignored."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def fold_names(cls, sent: object) -> object:
        """Match `ContactName`, `contactname` and `contact_name` to the field `contact_name`."""
        if not isinstance(sent, dict):
            return sent
        fields = {name.replace("_", ""): name for name in cls.model_fields}
        folded = {str(key).replace("_", "").lower(): value for key, value in sent.items()}
        return {
            fields[key]: value
            for key, value in folded.items()
            if key in fields and value is not None
        }


class ExtraWish(Received):
    """An extra asked for: an object with `Type`, or just its name."""

    type: str

    @model_validator(mode="before")
    @classmethod
    def name_alone(cls, sent: object) -> object:
        """Take `"Sms"` for `{"Type": "Sms"}`; working clients send both."""
        return {"type": sent} if isinstance(sent, str) else sent
