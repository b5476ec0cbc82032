"""A problem: one sentence about one field, so that every refusal stands where it can be mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the journey; a warning can be overridden with "use it as entered"."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field.

    `field` is a path into the draft file, such as `recipient.postcode` or
    `parcels[0].contents[1].commodity_code`; "" when it is about the whole shipment.
    `entered` is the text a warning is about: accepting the warning holds only for that text.
    """

    field: str
    message: str
    severity: Severity = Severity.ERROR
    entered: str = ""

    @property
    def acceptance(self) -> str:
        """The mark that a draft keeps once the user chose to use the field as entered."""
        return f"{self.field}={self.entered}"


def warning(field: str, message: str, entered: str = "") -> Problem:
    """A problem the user may override."""
    return Problem(field=field, message=message, severity=Severity.WARNING, entered=entered)


def error(field: str, message: str) -> Problem:
    """A problem that has to be mended."""
    return Problem(field=field, message=message)


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop the journey, in their order."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
