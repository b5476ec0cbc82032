"""A token that the user allowed in the browser: it is used until it ends, and never renewed."""

from collections.abc import Callable

from desktop_app.domain.errors import ScopeMissing
from desktop_app.domain.sign_in import GrantedToken, sign_in_ended
from desktop_app.parcel2go.call import Deadline

_EARLIER = 30.0


class GivenToken:
    """Stands where a `TokenKeeper` would; `monotonic` measures the token's age."""

    def __init__(self, token: GrantedToken, monotonic: Callable[[], float]) -> None:
        self._token = token
        self._monotonic = monotonic
        self._ends = monotonic() + token.seconds - min(_EARLIER, token.seconds / 2)
        self._is_over = False

    def word(self, _deadline: Deadline | None = None) -> str:
        """The token; raises NotSignedIn once it has ended, so that the user signs in again."""
        if self._is_over or self._monotonic() >= self._ends:
            raise sign_in_ended()
        return self._token.word

    def renewed(self, refused: str, _deadline: Deadline | None = None) -> str:
        """Never: raises NotSignedIn."""
        self._is_over = self._is_over or refused == self._token.word
        raise sign_in_ended()

    def require(self, scope: str) -> None:
        """Raises ScopeMissing when the user was not asked for a scope, or did not allow it."""
        self.word()
        if scope not in self._token.scopes:
            raise ScopeMissing(f"This sign-in may not use “{scope}” at Parcel2Go.")

    def other_environment(self, _deadline: Deadline) -> str:
        """A token belongs to the service that gave it."""
        return ""
