"""JSON with exact numbers: a Decimal goes out as 1.5 or 10, and comes in with every digit."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])')


def write(value: object) -> bytes:
    """The value as JSON in UTF-8, without spaces.

    Decimals are plain numbers, never strings; a time is `2026-03-02T10:15:00Z`.
    """
    return _text(value).encode("utf-8", "replace")


def read(content: bytes) -> Any:  # noqa: ANN401 - whatever the answer holds
    """The value of a JSON text, its fractions as Decimals; raises ValueError when it is none.

    A comma before a closing bracket is forgiven: Centra's own examples have them.
    """
    try:
        text = content.decode("utf-8-sig")
        try:
            return _loaded(text)
        except json.JSONDecodeError:
            return _loaded(_STRING_OR_COMMA.sub(_without_comma, text))
    except (RecursionError, ArithmeticError) as failure:
        raise ValueError("too deeply nested, or no number") from failure


def plain(number: Decimal) -> str:
    """A number without exponent and without zeros at its end: `1.5`, `10`, `0.001`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _loaded(text: str) -> Any:  # noqa: ANN401 - as above
    return json.loads(text, parse_float=Decimal, parse_constant=_not_json)


def _without_comma(found: re.Match[str]) -> str:
    return "" if found[0] == "," else found[0]


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return _text(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    if isinstance(value, dict):
        pairs = (f"{_text(str(key))}:{_text(part)}" for key, part in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _not_json(word: str) -> Any:  # noqa: ANN401 - the signature that json wants
    raise ValueError(f"{word} is not JSON")
