"""What a shipment still lacks before it can be ordered, in few words, each with its field."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.problem import Problem, Severity
from desktop_app.flow.steps import Step
from desktop_app.ui.wizard.draft_path import is_blank_at
from desktop_app.ui.wizard.field_names import field_name
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.steps_shown import step_title

translate = QCoreApplication.translate

_ENTERED = (Step.ADDRESSES, Step.PARCELS, Step.CUSTOMS)


class Missing(NamedTuple):
    """`words` lead to the field `path`; `tint` is a colour token."""

    words: str
    path: str
    tint: str


def missing(session: Session, visited: AbstractSet[Step]) -> tuple[Missing, ...]:
    """Field by field for the steps visited; one line for each step that is still to come."""
    lines = [line for step in _ENTERED for line in _of_step(step, session, visited)]
    return (*lines, *_service(session))


def _service(session: Session) -> Iterator[Missing]:
    """Asked for once the way to the quotes is clear."""
    journey = session.journey
    if session.record.live_choice is None:
        if journey.can_enter(Step.QUOTES) and journey.problems(Step.QUOTES):
            yield Missing(translate("Missing", "Choose a service"), "quote", "accent")
        return
    for step in (Step.QUOTES, Step.EXTRAS):
        yield from (_named(problem, session) for problem in session.problems(step))


def _of_step(step: Step, session: Session, visited: AbstractSet[Step]) -> Iterator[Missing]:
    problems = session.problems(step)
    if not problems:
        return
    if step in visited:
        yield from (_named(problem, session) for problem in problems)
        return
    count = len(problems)
    words = (
        translate("Missing", "{0}: 1 thing to fill in")
        if count == 1
        else translate("Missing", "{0}: {1} things to fill in")
    )
    yield Missing(words.format(step_title(step), count), problems[0].field, "accent")


def _named(problem: Problem, session: Session) -> Missing:
    """An empty field by its name; anything else by its sentence."""
    name = field_name(problem.field, session.shipment)
    is_error = problem.severity is Severity.ERROR
    if is_error and name and is_blank_at(session.shipment, problem.field):
        return Missing(name, problem.field, "accent")
    words = f"{name}. {problem.message}" if name else problem.message
    return Missing(words, problem.field, "danger" if is_error else "warning")
