"""What is remembered between shipments: addresses, products, countries."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.value import Value


class SavedAddress(Value):
    """An address in the address book."""

    id: str
    address: Address
    last_used: datetime


class AddressBook(Protocol):
    """Recipients that were used before."""

    def entries(self) -> tuple[SavedAddress, ...]:
        """All of them, last used first."""

    def remember(self, address: Address, at: datetime) -> None:
        """Adds it, or moves the same person at the same postcode to the front."""

    def correct(self, entry_id: str, address: Address) -> None:
        """Puts another address in an entry's place; nothing if the entry is gone."""

    def delete(self, entry_id: str) -> None:
        """Takes one away."""


class ProductMemory(Protocol):
    """What customs was last told about each product, by SKU or by description."""

    def remember(self, lines: Sequence[ContentsLine]) -> None:
        """Keeps the lines' commodity code, origin, value and weight."""

    def products(self) -> tuple[ContentsLine, ...]:
        """All of them, last used first."""


class KeptCountries(NamedTuple):
    """The countries as they were last read."""

    book: CountryBook
    read_at: datetime


class CountryCache(Protocol):
    """The countries endpoint's last answer, for offline use."""

    def load(self, account_id: str) -> KeptCountries | None:
        """What was kept, or None."""

    def save(self, account_id: str, kept: KeptCountries) -> None:
        """Keeps it."""
