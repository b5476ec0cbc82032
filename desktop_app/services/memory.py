"""What is remembered from one shipment to the next: recipients, and products at customs."""

from collections.abc import Sequence

from desktop_app.domain.address import Address
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.shipment import Shipment
from desktop_app.services.ports import AddressBook, Clock, ProductMemory, SavedAddress


class Memory:
    """Learns from every order; offers what it knows while the user types."""

    def __init__(self, address_book: AddressBook, products: ProductMemory, clock: Clock) -> None:
        self._address_book = address_book
        self._products = products
        self._clock = clock

    def remember(self, shipment: Shipment) -> None:
        """Keeps the recipient and what customs was told about each product."""
        self._address_book.remember(shipment.recipient, self._clock.now())
        lines = [line for parcel in shipment.parcels for line in parcel.contents]
        if lines:
            self._products.remember(lines)

    def recipients(self) -> tuple[SavedAddress, ...]:
        """The address book, last used first."""
        return self._address_book.entries()

    def add_recipient(self, address: Address) -> None:
        """Puts someone into the address book who was not sent to yet."""
        self._address_book.remember(address, self._clock.now())

    def correct_recipient(self, entry_id: str, address: Address) -> None:
        """Puts another address in an entry's place; it stays where it is in the list."""
        self._address_book.correct(entry_id, address)

    def forget_recipient(self, entry_id: str) -> None:
        """Takes one entry out of the address book."""
        self._address_book.delete(entry_id)

    def bring_back(self, entries: Sequence[SavedAddress]) -> None:
        """Puts entries that were taken out back where they were (undo)."""
        for entry in entries:
            self._address_book.remember(entry.address, entry.last_used)

    def products(self) -> tuple[ContentsLine, ...]:
        """The products, last used first."""
        return self._products.products()

    def product(self, sku: str, description: str) -> ContentsLine | None:
        """What is known of a product, by its SKU, else by its description in any case."""
        wanted = description.casefold()
        for line in self._products.products():
            if (sku and line.sku == sku) or (wanted and line.description.casefold() == wanted):
                return line
        return None
