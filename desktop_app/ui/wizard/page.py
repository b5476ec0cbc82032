"""What the wizard's shell asks of a page: show, apply, and say what the one strong button does."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.problem import errors_in
from desktop_app.flow.steps import Step
from desktop_app.ui.wizard.session import Session


@dataclass(frozen=True)
class PrimaryAction:
    """What the primary button says, and whether it can be pressed; `busy_text` while it works.

    `stops_elsewhere`: the page has its own way to stop that work, so the foot shows none.
    """

    text: str
    enabled: bool = True
    busy_text: str = ""
    stops_elsewhere: bool = False


class WizardPage(QWidget):
    """A step's page. It never moves to another step itself: the shell alone does.

    `ready`: the step is done, go on. `state_changed`: the primary button has to be read again.
    `wanted`: go to the field with this path, wherever it is shown. `sign_in_asked`: to accounts.
    """

    ready = Signal()
    state_changed = Signal()
    wanted = Signal(str)
    sign_in_asked = Signal()

    step: Step

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def title(self) -> str:
        """The page's title, in the user's words."""
        raise NotImplementedError

    def lead(self) -> str:
        """One sentence below the title; "" for none."""
        return ""

    def enter(self) -> None:
        """The page has just been shown: puts the cursor where work begins, starts what it needs."""

    def leave(self) -> None:
        """The page is about to be hidden: applies what is still being typed."""

    def show_record(self) -> None:
        """Shows the session's record; called at every change, so it never disturbs the typing."""
        raise NotImplementedError

    def set_busy(self, busy: bool) -> None:
        """Work on the shipment has begun or ended; a page with a way to stop it stays usable."""
        self.setEnabled(not busy)

    def primary(self) -> PrimaryAction:
        """What the primary button does now."""
        return PrimaryAction(self.tr("Continue"), busy_text=self.tr("One moment…"))

    def go_on(self) -> None:
        """The primary button was pressed: on to the next step, or to the first error."""
        self.leave()
        if wrong := errors_in(self.session.problems(self.step)):
            self.show_all_problems()
            self.focus_field(wrong[0].field)
        else:
            self.ready.emit()

    def tells(self, error: Exception) -> bool:  # noqa: ARG002 - most pages leave it to the shell
        """Whether the page itself says what failed, so that the shell need not."""
        return False

    def show_all_problems(self) -> None:
        """Shows also what is missing in fields that were not visited yet."""

    def focus_field(self, field: str) -> None:
        """Puts the cursor into the field with this path and brings it into view."""
