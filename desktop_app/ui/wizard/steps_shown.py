"""How the steps of a journey stand, as the rail on the left shows them."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.problem import Problem, errors_in
from desktop_app.flow.steps import Step
from desktop_app.ui.widgets.step_rail import Step as Shown
from desktop_app.ui.widgets.step_rail import StepState
from desktop_app.ui.wizard.session import Session

translate = QCoreApplication.translate

_LAST = {Step.REVIEW, Step.PAY, Step.LABELS}


def step_title(step: Step) -> str:
    """What the rail calls a step."""
    titles = {
        Step.ADDRESSES: translate("Steps", "Addresses"),
        Step.PARCELS: translate("Steps", "Parcels"),
        Step.QUOTES: translate("Steps", "Quotes"),
        Step.EXTRAS: translate("Steps", "Extras"),
        Step.CUSTOMS: translate("Steps", "Customs"),
        Step.REVIEW: translate("Steps", "Review"),
        Step.PAY: translate("Steps", "Pay"),
        Step.LABELS: translate("Steps", "Labels"),
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
        return (
            translate("Steps", "1 thing to mend")
            if errors == 1
            else translate("Steps", "{} things to mend").format(errors)
        )
    count = len(problems)
    return (
        translate("Steps", "1 warning")
        if count == 1
        else translate("Steps", "{} warnings").format(count)
    )
