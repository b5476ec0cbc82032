"""The strip over a page that says what went wrong and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import (
    DraftChanged,
    NoConnection,
    NotSignedIn,
    ProblemsError,
    Refused,
    ServiceBroken,
    StorageError,
    TooManyRequests,
)
from desktop_app.ui.widgets.banner import Banner

_PASSING = (NoConnection, ServiceBroken, TooManyRequests, StorageError)


class FailureStrip(Banner):
    """`retried`, `sign_in_asked`, `left_unsaved`: the buttons, where each of them helps.

    `theirs_asked` and `copy_asked`: what to do with a draft that others have changed too.
    """

    retried = Signal()
    sign_in_asked = Signal()
    left_unsaved = Signal()
    theirs_asked = Signal()
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, closable=True)
        self.setObjectName("failureStrip")
        self._leave = self.add_action(self.tr("Close without saving"), name="leaveUnsaved")
        self._sign_in = self.add_action(self.tr("Sign in"), name="signIn")
        self._retry = self.add_action(self.tr("Try again"), name="tryAgain")
        self._theirs = self.add_action(self.tr("Take theirs"), name="takeTheirs")
        self._copy = self.add_action(self.tr("Keep mine as a new draft"), name="keepMine")
        self._theirs.clicked.connect(self.theirs_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._leave.clicked.connect(self.left_unsaved)
        self._sign_in.clicked.connect(self.sign_in_asked)
        self._retry.clicked.connect(self.retried)
        self._about_saving = False

    @property
    def is_about_saving(self) -> bool:
        """Whether it says that the draft is not on disk: over as soon as it is."""
        return self._about_saving and not self.isHidden()

    def show_failure(
        self, error: Exception, *, may_retry: bool, about_saving: bool = False
    ) -> None:
        """What happened; "Try again" only for what may pass by itself."""
        self._about_saving = about_saving
        self._offer(
            retry=may_retry and isinstance(error, _PASSING),
            sign_in=isinstance(error, NotSignedIn),
            changed=isinstance(error, DraftChanged),
        )
        if isinstance(error, ProblemsError) and not error.advice:
            words = self._what_to_do(error)
            self.show_message(words.format(reason=error.message).strip(), "danger")
        else:
            self.show_error(error)

    def show_unpaid(self, error: NoConnection) -> None:
        """A payment that was not sent: the first thing to know is that nothing was taken."""
        self.show_failure(error, may_retry=False)
        words = self.tr("{reason} Nothing was paid. Pay again once there is a connection.")
        self.show_message(words.format(reason=error.message), "danger")

    def show_not_closed(self, error: Exception) -> None:
        """The wizard was to close and the draft could not be written."""
        self._about_saving = True
        self._offer(retry=True, leave=True)
        self.show_error(error)

    def tell(self, text: str) -> None:
        """Something to know, not a failure."""
        self._about_saving = False
        self._offer()
        self.show_message(text, "info")

    def _what_to_do(self, error: ProblemsError) -> str:
        if any(problem.field for problem in error.problems):
            return self.tr("{reason} Correct what is marked in red, then try again.")
        if isinstance(error, Refused):
            return self.tr("{reason} Change the shipment, or choose another service.")
        return "{reason}"

    def _offer(
        self,
        *,
        retry: bool = False,
        sign_in: bool = False,
        leave: bool = False,
        changed: bool = False,
    ) -> None:
        self._retry.setVisible(retry)
        self._sign_in.setVisible(sign_in)
        self._leave.setVisible(leave)
        self._theirs.setVisible(changed)
        self._copy.setVisible(changed)
