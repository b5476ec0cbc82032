"""Who ends a life, and when: at every request, on either side of the service's work."""

import re

from tests.crash.town import Town

_NUMBERS = re.compile(r"[0-9A-Fa-f-]{6,}")


class AtEveryRequest:
    """Ends a life once at each request of each shipment, before the service works and after it.

    The shipment is known by how many orders were paid when the request came: they are booked one
    after the other.
    """

    def __init__(self, town: Town) -> None:
        self._town = town
        self.killed_at: set[tuple[str, str, int]] = set()

    def __call__(self, moment: str, method: str, path: str) -> bool:
        """Whether the service goes on; it does not where the life ended."""
        paid = len(self._town.practice.state.till.payments())
        place = (f"{method} {_NUMBERS.sub('*', path)}", moment, paid)
        if place in self.killed_at:
            return True
        self.killed_at.add(place)
        self._town.kill()
        return False
