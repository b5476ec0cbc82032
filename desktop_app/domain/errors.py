"""Every way in which Postroom can fail, drawn before it is raised.

    PostroomError                   a sentence for the user, and what to do now      exit 1
    ├── InputError                  what was entered; names the fields                exit 2
    │   ├── LabelsToFetch           paid shipments would be left without their labels
    │   └── EffectsNotAgreed        what telling a shop sets off there was not agreed to yet
    ├── DraftChanged                somebody else has changed the draft since it was read
    ├── Refused                     the service said no; names the fields             exit 3
    │   ├── NotFound                there is no such thing at the service (yet)
    │   ├── TooManyRequests         come back after `retry_after` seconds
    │   ├── BalanceTooLow           PrePay does not cover it; `missing` pounds
    │   ├── LimitPassed             it would pass a spending limit, and nobody has allowed it
    │   └── AlreadyBought           the shipment is paid, or a payment for it is in hand
    │       └── MayBePaid           its payment page was opened: deleting it is a question
    ├── NoConnection                the service was not reached, or did not answer    exit 4
    │   ├── NameNotFound            DNS knows no such host
    │   ├── ProxyRefused            the proxy said no
    │   ├── NotTrusted              the certificate is not trusted
    │   ├── TimedOut                no answer in time
    │   └── ConnectionCut           it broke off midway
    ├── ServiceBroken               the service answered, but with a fault            exit 4
    │   └── AnswerNotUnderstood     HTML, cut JSON, missing fields, too large
    ├── PaymentUncertain            paid or not is unknown until it is read back      exit 5
    ├── NotSignedIn                 wrong, expired or missing credentials             exit 6
    │   └── ScopeMissing            the account may not do this
    ├── StorageError                the machine's own disk or database
    │   ├── DiskFull
    │   ├── FolderReadOnly
    │   ├── DatabaseNewer           written by a newer Postroom
    │   └── LabelDamaged            the kept file is not what was stored
    ├── KeyVaultError               the key vault is locked, missing or full
    ├── PrintFailed                 the printer or its spooler
    └── Cancelled                   the user stopped it

Each kind has one answer: no connection keeps the draft and offers "Try again"; not signed in asks
for it and goes on; a refusal stands at its field; an uncertain payment is settled by reading it
back; anything that is not in this tree is a fault of ours and becomes a report to copy.
"""

from collections.abc import Iterable
from decimal import Decimal

from desktop_app.domain.problem import Problem


class PostroomError(Exception):
    """A known failure; `str(error)` is for the user, `advice` says what to do now."""

    advice = ""

    def __init__(self, message: str, *, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if advice is not None:
            self.advice = advice


class ProblemsError(PostroomError):
    """A failure that can name the fields it is about."""

    def __init__(
        self, message: str, problems: Iterable[Problem] = (), *, advice: str | None = None
    ) -> None:
        super().__init__(message, advice=advice)
        self.problems = tuple(problems)


class InputError(ProblemsError):
    """What was entered cannot be used."""


class LabelsToFetch(InputError):
    """Paid shipments have no labels yet, and only this account can fetch them: a question."""


class EffectsNotAgreed(InputError):
    """A shop was never told of a parcel before: what that sets off there is a question.

    `effects` are its sentences; it is asked once for each shop.
    """

    advice = "Agree to this once, then it is sent."

    def __init__(self, message: str, effects: Iterable[str]) -> None:
        self.effects = tuple(effects)
        super().__init__(message, [Problem("agree", effect) for effect in self.effects])


class DraftChanged(PostroomError):
    """Another window or desk has changed the draft since it was read: nothing was written."""

    advice = "Take theirs, or keep yours as a new draft."


class Refused(ProblemsError):
    """The service understood and said no."""


class NotFound(Refused):
    """The service has no such thing, or not yet."""


class TooManyRequests(Refused):
    """The service asks to be left alone for a while."""

    advice = "Wait a little, then try again."

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BalanceTooLow(Refused):
    """PrePay, which holds `balance` pounds, does not cover the amount; nothing was sent."""

    advice = "Top up PrePay, or pay in the browser."

    def __init__(self, message: str, *, missing: Decimal, balance: Decimal) -> None:
        super().__init__(message)
        self.missing = missing
        self.balance = balance


class LimitPassed(Refused):
    """Paying would pass a limit the user has set; nothing was sent."""

    advice = "Allow it this once, or raise the limit in the settings."


class AlreadyBought(Refused):
    """The shipment is paid, or a payment for it is in hand: it is not paid again."""


class MayBePaid(AlreadyBought):
    """Its payment page was opened once: whoever has that page can pay, with nobody to know."""


class NoConnection(PostroomError):
    """The service was not reached, or its answer was lost.

    `may_have_arrived` is False only where it is certain that the request never left: only then
    may a payment count as not made.
    """

    advice = "Your draft is kept. Check the connection, then try again."

    def __init__(
        self, message: str, *, may_have_arrived: bool = True, advice: str | None = None
    ) -> None:
        super().__init__(message, advice=advice)
        self.may_have_arrived = may_have_arrived


class NameNotFound(NoConnection):
    """No address is known for the host's name."""


class ProxyRefused(NoConnection):
    """The proxy between here and the service said no."""

    advice = "Your draft is kept. Check the proxy in the system's network settings."


class NotTrusted(NoConnection):
    """The certificate cannot be trusted: nothing was sent."""

    advice = "Check this computer's date and time, and ask whoever looks after the network."


class TimedOut(NoConnection):
    """No answer came in time."""


class ConnectionCut(NoConnection):
    """The connection broke before the whole answer was there."""


class ServiceBroken(PostroomError):
    """The service answered with a fault of its own."""

    advice = "Your draft is kept. Try again in a few minutes."

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class AnswerNotUnderstood(ServiceBroken):
    """The answer is not what the service documents."""


class PaymentUncertain(PostroomError):
    """Nobody knows yet whether the payment was made; it is not made again until that is known."""

    advice = "Postroom reads the order back and settles it. Do not pay again in the meantime."


class NotSignedIn(PostroomError):
    """The service does not accept these credentials."""

    advice = "Sign in again. What you entered is kept."


class ScopeMissing(NotSignedIn):
    """The credentials are right, but not for this."""

    advice = "Allow it for these credentials in your Parcel2Go account, under Settings, API."


class StorageError(PostroomError):
    """This computer's disk or database."""


class DiskFull(StorageError):
    """No space is left."""

    advice = "Free some space, then try again. What was saved before is safe."


class FolderReadOnly(StorageError):
    """Postroom may not write where it keeps its data."""

    advice = "Allow writing to the folder, or start Postroom with another one (--data-dir)."


class DatabaseNewer(StorageError):
    """A newer Postroom wrote this database: it is left untouched."""

    advice = "Install the newest Postroom on this computer."


class LabelDamaged(StorageError):
    """A kept label is gone or is not what was stored."""

    advice = "Fetch the label again."


class KeyVaultError(PostroomError):
    """The system's key vault did not take or give the secret."""

    advice = "The secret is kept for this run only. Unlock the key vault, then sign in again."


class PrintFailed(PostroomError):
    """The printer did not take the job."""

    advice = "Check the printer, then print again. The label is kept."


class Cancelled(PostroomError):
    """The user stopped it."""

    def __init__(self, message: str = "Stopped.") -> None:
        super().__init__(message)
