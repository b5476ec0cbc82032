"""One answer of the service, whole: its status, headers and body."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Answer:
    """`what` says in the user's words what was asked for; header names are lower case."""

    status: int
    content: bytes
    what: str
    headers: Mapping[str, str] = field(default_factory=dict)
