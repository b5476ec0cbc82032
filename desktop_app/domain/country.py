"""The countries endpoint's list: which places can be sent to, and which need customs."""

import re
from collections.abc import Iterable

from desktop_app.domain.address import Address
from desktop_app.domain.value import Value


class Country(Value):
    """One row of the countries endpoint: a country's main row, or one priced part of it."""

    name: str
    alpha2: str
    alpha3: str
    requires_customs: bool
    subdivision: str | None = None
    postcode_pattern: str | None = None

    def accepts(self, postcode: str) -> bool:
        """Whether a postcode has this row's form; a pattern that does not compile accepts all."""
        try:
            return not self.postcode_pattern or bool(re.search(self.postcode_pattern, postcode))
        except re.error:
            return True


class CountryBook(Value):
    """All rows, in the service's own order (a part may stand before its main row)."""

    rows: tuple[Country, ...] = ()

    def row(self, alpha3: str, subdivision: str | None) -> Country | None:
        """The row for a country and, where given, its part; None when the list has none."""
        wanted = subdivision or None
        return next((row for row in self._of(alpha3) if row.subdivision == wanted), None)

    def subdivisions(self, alpha3: str) -> tuple[Country, ...]:
        """The parts of a country that are priced apart, in the list's order."""
        return tuple(row for row in self._of(alpha3) if row.subdivision)

    def main_rows(self) -> tuple[Country, ...]:
        """Every country once, by name."""
        rows = (row for row in self.rows if not row.subdivision)
        return tuple(sorted(rows, key=lambda row: row.name.casefold()))

    def _of(self, alpha3: str) -> Iterable[Country]:
        return (row for row in self.rows if row.alpha3 == alpha3)

    def requires_customs(self, sender: Address, recipient: Address) -> bool | None:
        """Whether a parcel between these needs a declaration; None while that is unknown.

        It follows `RequiresCustoms` of the two rows, never a list of ours. A journey within one
        row needs none, whatever the row says: it says what is needed to cross its border.
        """
        origin = self.row(sender.country, sender.subdivision)
        destination = self.row(recipient.country, recipient.subdivision)
        if origin is None or destination is None:
            return None
        if origin == destination:
            return False
        if origin.alpha3 == destination.alpha3:
            return origin.requires_customs != destination.requires_customs
        return origin.requires_customs or destination.requires_customs
