"""The steps of the self-test: each is timed, and the one that fails is named."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.system.crash import crash_report
from desktop_app.system.versions import versions


class Stopped(Exception):
    """A step has failed, and was told; there is nothing more to try."""


class Wrong(Exception):
    """What was found is not what it should be; the message says what."""


@dataclass
class Steps:
    """`seconds` of each step that went well; `problems` as the command line writes them."""

    output: Output
    seconds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Times a step. Whatever goes wrong in it is told with its name; raises Stopped then."""
        begun = time.perf_counter()
        try:
            yield
        except PostroomError as failure:
            self._failed(name, failure, [one["message"] for one in problems_of(failure)])
        except Wrong as wrong:
            self._failed(name, wrong, [str(wrong)])
        except Exception as fault:  # noqa: BLE001 - a library that is not whole fails in any way
            self.output.note(crash_report(fault, versions()))
            self._failed(name, fault, [type(fault).__name__])
        self.seconds[name] = round(time.perf_counter() - begun, 3)
        self.output.say(f"ok  {name:<10} {self.seconds[name]:6.2f} s")

    def note(self, text: str) -> None:
        """What this machine lacks, and Postroom does without."""
        self.notes.append(text)
        self.output.say(f"    {text}")

    def _failed(self, name: str, failure: Exception, messages: list[str]) -> None:
        self.problems += [{"field": name, "message": message} for message in messages]
        for message in messages:
            self.output.note(f"FAILED  {name}: {message}")
        raise Stopped from failure
