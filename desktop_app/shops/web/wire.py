"""The base of every answer's model: forgiving about names and values, exact about what is missing.

A field with a default takes it when what came does not fit: an odd telephone number must not cost
an order. Which fields those were is logged by name, never by what stood in them.

What is to be sent is read by the same models with `EXACT`: nothing is forgiven then.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel, to_pascal

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.shops.web import exact_json
from desktop_app.shops.web.call import Answer

EXACT = {"exact": True}
_MOST_PLACES = -20
_log = logging.getLogger(__name__)


class WireModel(BaseModel):
    """One object of an answer; its fields are the wire's names, in any case.

    Unknown keys are ignored; `null` counts as left out where a field has a default.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", coerce_numbers_to_str=True, str_strip_whitespace=True
    )

    @model_validator(mode="wrap")
    @classmethod
    def _forgive(
        cls, sent: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if not isinstance(sent, dict):
            return handler(sent)
        known = cls._known(sent)
        if info.context == EXACT:
            cls._refuse_unknown(sent)
            return handler(known)
        try:
            return handler(known)
        except ValidationError as failure:
            spoilt = cls._spoilt(failure)
        if not spoilt:
            return handler(known)  # raises again
        _log.info("%s: not as documented: %s", cls.__name__, ", ".join(sorted(spoilt)))
        return handler({key: value for key, value in known.items() if key not in spoilt})

    @classmethod
    def _known(cls, sent: dict[Any, object]) -> dict[str, object]:
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        names = {alias.casefold(): alias for alias in fields}
        found = {names[key]: value for key, value in _folded(sent) if key in names}
        return {
            alias: value
            for alias, value in found.items()
            if value is not None or fields[alias].is_required()
        }

    @classmethod
    def _refuse_unknown(cls, sent: dict[Any, object]) -> None:
        names = {(field.alias or name).casefold() for name, field in cls.model_fields.items()}
        unknown = [str(key) for key in sent if str(key).casefold() not in names]
        if unknown:
            raise ValueError(f"unknown field {unknown[0]}")

    @classmethod
    def _spoilt(cls, failure: ValidationError) -> set[str]:
        """The fields that do not fit and can be done without; none while one cannot."""
        faults = {str(fault["loc"][0]) for fault in failure.errors(include_url=False)}
        needed = {f.alias or n for n, f in cls.model_fields.items() if f.is_required()}
        return set() if faults & needed else faults


class CamelModel(WireModel):
    """Names as ePages and Centra write them: `firstName`."""

    model_config = ConfigDict(alias_generator=to_camel)


class PascalModel(WireModel):
    """Names as Geins writes them: `FirstName`."""

    model_config = ConfigDict(alias_generator=to_pascal)


Model = TypeVar("Model", bound=WireModel)


def json_of(answer: Answer, shop: str) -> Any:  # noqa: ANN401 - whatever the answer holds
    """The answer's JSON; raises AnswerNotUnderstood for HTML, cut JSON and anything else."""
    try:
        return exact_json.read(answer.content)
    except ValueError as failure:
        raise AnswerNotUnderstood(_not_json(answer, shop), status=answer.status) from failure


def read(model: type[Model], answer: Answer, shop: str) -> Model:
    """The answer as this model; raises AnswerNotUnderstood naming the first field that is off."""
    return read_part(model, json_of(answer, shop), answer, shop)


def read_part(model: type[Model], part: object, answer: Answer, shop: str) -> Model:
    """Part of an answer as this model, with the same refusal."""
    try:
        return model.model_validate(part)
    except ValidationError as failure:
        message = f"{shop}'s answer about {answer.what} {_fault(failure)}."
        raise AnswerNotUnderstood(message, status=answer.status) from failure


def read_each(
    model: type[Model], parts: Sequence[object], answer: Answer, shop: str
) -> tuple[list[Model], int]:
    """Every part that fits, and how many do not; raises AnswerNotUnderstood where none fits."""
    found, failures = [], []
    for part in parts:
        try:
            found.append(read_part(model, part, answer, shop))
        except AnswerNotUnderstood as failure:
            failures.append(failure)
    if failures and not found:
        raise failures[0]
    return found, len(failures)


def list_in(sent: object, *names: str) -> list[Any] | None:
    """The list itself, or the one under the first of these names in any case; None without one."""
    if isinstance(sent, dict):
        folded = dict(_folded(sent))
        sent = next((folded[name.casefold()] for name in names if name.casefold() in folded), None)
    return sent if isinstance(sent, list) else None


def unwrapped(sent: object) -> object:
    """What stands under `Resource`, if the answer is such an envelope."""
    held = dict(_folded(sent)) if isinstance(sent, dict) else {}
    return held.get("resource", sent)


def _folded(sent: dict[Any, object]) -> Iterator[tuple[str, object]]:
    return ((str(key).casefold(), value) for key, value in sent.items())


def _not_json(answer: Answer, shop: str) -> str:
    if answer.is_web_page:
        return f"A web page came from {shop} instead of {answer.what}. Check the shop's address."
    if not answer.content.strip():
        return f"An empty answer came from {shop} instead of {answer.what}."
    return f"{shop}'s answer about {answer.what} is cut short or garbled."


def _fault(failure: ValidationError) -> str:
    """Which field is missing or of the wrong kind; never what stands in it."""
    first = failure.errors(include_url=False, include_input=False, include_context=False)[0]
    path = ".".join(str(step) for step in first["loc"])
    if first["type"] == "missing":
        return f"lacks {path}"
    return f"has something unexpected in {path}" if path else "has an unexpected form"


def _number(value: object) -> object:
    """Numbers and numbers in strings; nothing that could stop arithmetic or fill a line."""
    if isinstance(value, str | float):  # a float's shortest text is what somebody wrote
        value = str(value).strip()
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError("not a number")  # noqa: TRY004 - pydantic reads ValueErrors
    try:
        number = Decimal(value)
    except ArithmeticError as failure:
        raise ValueError("not a number") from failure
    if not number.is_finite() or not _is_usable(number):
        raise ValueError("not a usable number")
    return number


def _is_usable(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= _MOST_PLACES and number.adjusted() <= 9


def _whole(value: object) -> object:
    number = _number(value)
    if not isinstance(number, Decimal) or number != number.to_integral_value():
        raise ValueError("not a whole number")
    return int(number)


def _flag(value: object) -> object:
    """Yes and no, as booleans, numbers or words: `1`, `"0"`, `"true"`; an id counts as yes."""
    if isinstance(value, str):
        return value.strip().casefold() not in {"", "0", "false", "no"}
    if isinstance(value, bool | int | Decimal):
        return bool(value)
    raise ValueError("neither yes nor no")


def _moment(value: object) -> object:
    """A point in time; one without a zone is taken for UTC. Zeros mean that there is none."""
    if not isinstance(value, str):
        raise ValueError("no time")  # noqa: TRY004 - pydantic reads ValueErrors
    text = value.strip()
    if not text or text.startswith(("0000-00-00", "0001-01-01")):
        return None
    if text.isdigit():
        raise ValueError("no time")
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _list_or_empty(value: object) -> object:
    """A list, without the nulls in it; nothing where something else stands."""
    held = value if isinstance(value, list | tuple) else ()
    return tuple(one for one in held if one is not None)


def _objects(value: object, info: ValidationInfo) -> object:
    held = value if isinstance(value, list | tuple) else ()
    objects = tuple(one for one in held if isinstance(one, dict))
    if info.context == EXACT and objects != tuple(value if isinstance(value, list) else (value,)):
        raise ValueError("not a list of objects")
    return objects


Amount = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_list_or_empty)]
"""What stands in answers: numbers, whole numbers, yes or no, times, lists of words."""

_T = TypeVar("_T")
Objects = Annotated[tuple[_T, ...], BeforeValidator(_objects)]
"""A list of objects; what is none is left out."""
