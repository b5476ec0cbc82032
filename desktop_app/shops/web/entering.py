"""An order is entered once: what to say when nobody knows whether it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.domain.errors import AnswerNotUnderstood, NoConnection, ServiceBroken

_LOOK = "Look in the shop's orders before you enter it again: it may be there."


@contextmanager
def entering() -> Iterator[None]:
    """Failures that leave open whether the order is there say so; it is not sent again here."""
    try:
        yield
    except AnswerNotUnderstood as failure:
        if failure.status is None or 200 <= failure.status < 300:
            failure.advice = _LOOK
        raise
    except (NoConnection, ServiceBroken) as failure:
        if not isinstance(failure, NoConnection) or failure.may_have_arrived:
            failure.advice = _LOOK
        raise
