"""The PrePay balance: a bare number, or an object that holds it."""

from typing import Any

from pydantic import model_validator

from desktop_app.parcel2go.wire.base import Amount, WireModel


class PrePay(WireModel):
    """The balance in pounds."""

    balance: Amount

    @model_validator(mode="before")
    @classmethod
    def _bare_number(cls, sent: object) -> Any:  # noqa: ANN401 - pydantic's own form
        return sent if isinstance(sent, dict) else {"Balance": sent}
