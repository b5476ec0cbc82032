"""Takes out of a text what must never be kept: the second line of defence of logs and reports.

The first line is that nothing personal is logged at all. Names and streets have no shape to find
them by; what is found here is what has one.
"""

import re

SECRET = "<secret>"  # noqa: S105 - what stands in its place

_NAMES = (
    r"access_token|refresh_token|client_secret|client_id|api_?key|authorization|password|secret"
    r"|signature|token|hash|hmac|card_?number"
)
# `name=value`, `"name": "value"`, `name: 'value'`, `Authorization: Bearer value`.
_NAMED = re.compile(
    rf"""(?P<name>(?:{_NAMES})["']?\s*[=:]\s*(?:b(?=["']))?)
    (?:"[^"]*"|'[^']*'|(?:(?:bearer|basic)\s+)?[^\s,;&"'}})\]]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_SCHEME = re.compile(r"\b(?P<name>bearer|basic)\s+[\w.~+/=-]{8,}", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_JWT = re.compile(r"\beyJ[\w-]+(?:\.[\w-]*)+")
# A run of base64 or hexadecimal; `/` is left out, since file paths have it too.
_OPAQUE = re.compile(r"(?<![\w+=-])[A-Za-z0-9+_=-]{20,}")
_PHONE = re.compile(r"(?<![\w.:-])(?:\+\d[\d ()-]{7,}\d|0\d(?:[ -]?\d){8,9})(?![\w:-]|\.\d)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_CARD = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)")


def redact(text: str) -> str:
    """The text with secrets, e-mail addresses, phone, card and post codes blotted out."""
    text = _NAMED.sub(rf"\g<name>{SECRET}", text)
    text = _SCHEME.sub(rf"\g<name> {SECRET}", text)
    text = _JWT.sub(SECRET, text)
    text = _EMAIL.sub("<email>", text)
    text = _OPAQUE.sub(_blot, text)
    text = _PHONE.sub("<phone>", text)
    text = _POSTCODE.sub("<postcode>", text)
    return _CARD.sub("<number>", text)


def _blot(run: re.Match[str]) -> str:
    """Blot a run out unless it reads as a word: a name of ours, a number, a date."""
    found = run.group()
    mixed = re.search(r"[A-Z]", found) and re.search(r"[a-z]", found)
    digits = re.search(r"\d", found)
    hexadecimal = re.fullmatch(r"[0-9A-Fa-f-]+", found) and re.search(r"[A-Fa-f]", found)
    return SECRET if digits and (mixed or hexadecimal) else found
