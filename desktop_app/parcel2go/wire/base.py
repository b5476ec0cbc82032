"""The base of every answer's model: forgiving about names, exact about what is missing."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_pascal

_MOST_PLACES = -20


class WireModel(BaseModel):
    """One object of an answer; its fields are the wire's PascalCase names in any case.

    Unknown keys are ignored. `null` counts as left out where a field has a default. Numbers are
    taken for text (ids come as both).
    """

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        alias_generator=to_pascal,
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _match_names(cls, sent: object) -> object:
        if not isinstance(sent, dict):
            return sent
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        names = {alias.casefold(): alias for alias in fields}
        found = {names[key]: value for key, value in _folded(sent) if key in names}
        return {
            alias: value
            for alias, value in found.items()
            if value is not None or fields[alias].is_required()
        }

    @classmethod
    def read(cls, sent: object) -> Self:
        """An object of the answer; raises pydantic's ValidationError, with the wire's names."""
        return cls.model_validate(sent)


def _folded(sent: dict[Any, object]) -> Iterator[tuple[str, object]]:
    return ((str(key).casefold(), value) for key, value in sent.items())


def _number(value: object) -> object:
    """Numbers and numbers in strings; nothing that could stop arithmetic or fill a line."""
    if isinstance(value, str):
        value = value.strip()
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError("not a number")  # noqa: TRY004 - pydantic reads ValueErrors
    try:
        number = Decimal(value)
    except ArithmeticError as failure:
        raise ValueError("not a number") from failure
    if not number.is_finite() or not _is_usable(number):
        raise ValueError("not a usable number")
    return number


def amount_or_none(value: object) -> Decimal | None:
    """A number in whatever form, or nothing where something else stands."""
    try:
        number = _number(value)
    except ValueError:
        return None
    return number if isinstance(number, Decimal) else None


def _is_usable(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= _MOST_PLACES and number.adjusted() <= 9


def object_or_none(value: object) -> object:
    """An object, or nothing where something else stands."""
    return value if isinstance(value, dict) else None


def _list_or_empty(value: object) -> object:
    return value if isinstance(value, list) else ()


def _text_or_empty(value: object) -> object:
    is_text = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
    return str(value) if is_text else ""


Amount = Annotated[Decimal, BeforeValidator(_number)]
Pounds = Annotated[Decimal, BeforeValidator(_number), Field(ge=0)]
Word = Annotated[str, Field(min_length=1)]
Loose = Annotated[str, BeforeValidator(_text_or_empty)]
Objects = Annotated[tuple[Any, ...], BeforeValidator(_list_or_empty)]
"""What stands in answers: numbers, sums of money, words, texts that may be anything, lists."""
