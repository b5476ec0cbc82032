"""What is wrong with a value of a draft file, in words that say what belongs there."""

from typing import Any

_WORDS = {
    "extra_forbidden": "There is no such field.",
    "missing": "This field is missing.",
    "decimal_parsing": "Write a number, such as 1.5.",
    "decimal_type": "Write a number, such as 1.5.",
    "finite_number": "Write a number, such as 1.5.",
    "decimal_max_digits": "This number has more than {max_digits} digits.",
    "int_parsing": "Write a whole number, such as 2.",
    "int_type": "Write a whole number, such as 2.",
    "int_from_float": "Write a whole number, such as 2.",
    "greater_than_equal": "This cannot be less than {ge}.",
    "less_than_equal": "This cannot be more than {le:,}.",
    "date_type": "Write a date, such as 2026-11-24.",
    "date_parsing": "Write a date, such as 2026-11-24.",
    "date_from_datetime_parsing": "Write a date, such as 2026-11-24.",
    "date_from_datetime_inexact": "Write a date without a time, such as 2026-11-24.",
    "enum": "Write {expected}.",
    "string_type": "Write text in quotation marks.",
    "tuple_type": "Write a list, in square brackets.",
    "model_type": "Write an object with its fields, in braces.",
}


def wrong_value(detail: Any) -> str:  # noqa: ANN401 - pydantic's ErrorDetails
    """One of pydantic's findings as a sentence; its own words where we have none."""
    words = _WORDS.get(detail["type"])
    if words is None:
        return str(detail["msg"]).removeprefix("Value error, ")
    return words.format(**detail.get("ctx", {}))
