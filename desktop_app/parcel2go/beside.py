"""What the service tells beside the way from a price to a label."""

from desktop_app.domain.guidance import AddressRules, Faqs, ProhibitedItems
from desktop_app.domain.label_wish import LabelWish, LineLabel
from desktop_app.domain.order import Link, Order
from desktop_app.domain.order_details import OrderDetails
from desktop_app.domain.profile import Profile, SavedAddresses, StoredCard
from desktop_app.domain.service_pages import ServicePages
from desktop_app.parcel2go import (
    address_rules,
    faqs,
    invoices,
    label_files,
    me,
    order_details,
    prohibited_items,
    service_pages,
    stored_cards,
)
from desktop_app.parcel2go.transport import Transport


class Beside:
    """Each call raises what `domain/errors.py` draws; none of them is needed to send a parcel."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def address_rules(self, service: str, country: str) -> AddressRules:
        """What addresses need for a service (slug) and an alpha-3 country."""
        return address_rules.address_rules(self._transport, service, country)

    def prohibited_items(self, search: str, country: str, service: str = "") -> ProhibitedItems:
        """What may not be sent there, by words of the contents."""
        return prohibited_items.prohibited_items(self._transport, search, country, service)

    def faqs(self) -> Faqs:
        """Questions and answers."""
        return faqs.faqs(self._transport)

    def service_pages(self) -> tuple[ServicePages, ...]:
        """Logos and pages of each service."""
        return service_pages.service_pages(self._transport)

    def me(self) -> Profile:
        """Who is signed in."""
        return me.me(self._transport)

    def saved_addresses(self) -> SavedAddresses:
        """The addresses saved with the account."""
        return me.saved_addresses(self._transport)

    def stored_cards(self) -> tuple[StoredCard, ...]:
        """The cards stored with the account."""
        return stored_cards.stored_cards(self._transport)

    def pay_with_stored_card(self, order: Order, card_id: str) -> tuple[Link, ...]:
        """Sends the payment, exactly once."""
        return stored_cards.pay_with_stored_card(self._transport, order, card_id)

    def order_details(self, order_line_id: str, line_hash: str = "") -> OrderDetails:
        """One order line in full."""
        return order_details.order_details(self._transport, order_line_id, line_hash)

    def bring_in(self, order_id: str, order_hash: str) -> OrderDetails:
        """An order that was made elsewhere."""
        return order_details.bring_in(self._transport, order_id, order_hash)

    def order_history(self) -> tuple[OrderDetails, ...]:
        """The account's orders."""
        return order_details.order_history(self._transport)

    def invoice(self, order_id: str, order_hash: str = "") -> bytes:
        """The bill of an order as PDF."""
        return invoices.invoice(self._transport, order_id, order_hash)

    def label_files(self, wish: LabelWish) -> tuple[bytes, ...]:
        """Labels in any documented form."""
        return label_files.label_files(self._transport, wish)

    def separate_labels(self, wish: LabelWish) -> tuple[LineLabel, ...]:
        """One label file for each order line."""
        return label_files.separate_labels(self._transport, wish)
