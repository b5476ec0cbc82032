"""What a command's exit code says (see the README): scripts rely on it."""

from desktop_app.domain.errors import (
    InputError,
    NoConnection,
    NotSignedIn,
    PaymentUncertain,
    Refused,
    ServiceBroken,
)

DONE, OTHER, BAD_INPUT, REFUSED, NO_CONNECTION, UNCERTAIN, NOT_SIGNED_IN = 0, 1, 2, 3, 4, 5, 6

_CODES: tuple[tuple[type[Exception], int], ...] = (
    (InputError, BAD_INPUT),
    (Refused, REFUSED),
    (NoConnection, NO_CONNECTION),
    (ServiceBroken, NO_CONNECTION),
    (PaymentUncertain, UNCERTAIN),
    (NotSignedIn, NOT_SIGNED_IN),
)


def exit_code(failure: Exception) -> int:
    """The code for a failure; 1 for what has none of its own."""
    return next((code for kind, code in _CODES if isinstance(failure, kind)), OTHER)
