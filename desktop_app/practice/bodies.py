"""Request bodies: JSON with exact decimals, or form fields such as `Items[0][Service]`."""

import json
import re
from decimal import Decimal
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST_BODY = 4_000_000
FORM = "application/x-www-form-urlencoded"


class BadBodyError(Exception):
    """The body is neither JSON nor form fields."""


async def read_body(request: Request) -> object:
    """Return what was sent as plain dicts and lists, numbers as `Decimal` or `int`."""
    raw = await request.body()
    if len(raw) > LARGEST_BODY:
        raise BadBodyError("too large")
    if request.headers.get("content-type", "").lower().startswith(FORM):
        return nested(form_fields(raw))
    return read_json(raw)


def form_fields(raw: bytes) -> list[tuple[str, str]]:
    """Split form data into names and values, blanks kept."""
    try:
        return parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True)
    except ValueError as error:
        raise BadBodyError("not form data") from error


def read_json(raw: bytes) -> object:
    """Parse JSON as RFC 8259 has it: no `NaN`, decimals exact."""
    try:
        return json.loads(raw, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise BadBodyError("not JSON") from error


def nested(fields: list[tuple[str, str]]) -> object:
    """Turn `a[b][0]=1` into `{"a": {"b": ["1"]}}`, the way PHP writes arrays into forms."""
    tree: dict[str, Any] = {}
    for name, value in fields:
        steps = re.findall(r"[^\[\]]+", name)[:12]
        _plant(tree, steps or [name], value)
    return _lists(tree)


def _plant(tree: dict[str, Any], steps: list[str], value: str) -> None:
    for step in steps[:-1]:
        branch = tree.setdefault(step, {})
        if not isinstance(branch, dict):
            raise BadBodyError("a name is both a value and an array")
        tree = branch
    tree[steps[-1]] = value


def _lists(tree: object) -> object:
    if not isinstance(tree, dict):
        return tree
    grown = {key: _lists(value) for key, value in tree.items()}
    if grown and all(re.fullmatch(r"[0-9]{1,4}", key) for key in grown):
        return [grown[key] for key in sorted(grown, key=int)]
    return grown


def _no_constant(name: str) -> NoReturn:
    raise BadBodyError(f"{name} is not JSON")
