"""How the steps of a journey stand, as the rail on the left shows them."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.problem import Problem, errors_in
from desktop_app.flow.steps import Step
from desktop_app.ui.widgets.step_rail import Step as Shown
from desktop_app.ui.widgets.step_rail import StepState
from desktop_app.ui.wizard.session import Session

_LAST = {Step.REVIEW, Step.PAY, Step.LABELS}


def step_title(step: Step) -> str:
    """What the rail calls a step."""
    titles = {
        Step.ADDRESSES: _tr("Addresses"),
        Step.PARCELS: _tr("Parcels"),
        Step.QUOTES: _tr("Quotes"),
        Step.EXTRAS: _tr("Extras"),
        Step.CUSTOMS: _tr("Customs"),
        Step.REVIEW: _tr("Review"),
        Step.PAY: _tr("Pay"),
        Step.LABELS: _tr("Labels"),
    }
    return titles[step]


def steps_shown(session: Session, visited: AbstractSet[Step]) -> list[Shown]:
    """The path with its ticks and warnings; what was not visited is not blamed yet."""
    journey = session.journey
    shown, reachable = [], True
    for step in journey.path:
        problems = session.problems(step)
        blamed = step in visited and not _is_only_ahead(step, session)
        state = _state(problems, blamed=blamed) if reachable else StepState.LOCKED
        # Where a step stands open although something is wrong there, the rail says how much.
        detail = _detail(problems) if state in {StepState.ERROR, StepState.WARNING} else ""
        shown.append(Shown(step.value, step_title(step), state, detail))
        reachable = reachable and journey.is_done(step)
    return shown


def _is_only_ahead(step: Step, session: Session) -> bool:
    """Whether a step is simply not done yet, which nobody has to mend."""
    if session.refused:
        return False
    return (step is Step.QUOTES and session.record.live_choice is None) or step in _LAST


def _state(problems: tuple[Problem, ...], *, blamed: bool) -> StepState:
    if errors_in(problems):
        return StepState.ERROR if blamed else StepState.TODO
    return StepState.WARNING if problems else StepState.DONE


def _detail(problems: tuple[Problem, ...]) -> str:
    errors = len(errors_in(problems))
    if errors:
        return _tr("1 thing to mend") if errors == 1 else _tr("{} things to mend").format(errors)
    count = len(problems)
    return _tr("1 warning") if count == 1 else _tr("{} warnings").format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
