"""Brings in what the connected shops have to send, as order files are brought in."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.again import Again
from desktop_app.domain.errors import InputError, NoConnection, NotSignedIn, PostroomError
from desktop_app.domain.shop import ShopOrders
from desktop_app.domain.shop_order import ImportNote, ShopOrder
from desktop_app.services.importing import NO_RATES, Imported, Importing, OrdersRead
from desktop_app.services.order_drafts import Rates
from desktop_app.services.ports import Progress
from desktop_app.services.shops import Shops


@dataclass(frozen=True)
class ShopImporting:
    """Each order is linked to its draft, so that its shop can be told when the parcel leaves."""

    shops: Shops
    importing: Importing

    def read(self, progress: Progress) -> OrdersRead:
        """What is ready to send in all shops; nothing is kept as a draft yet.

        A shop that does not answer keeps no other back: it is told in the notes. Raises what the
        only one raises, and InputError where no shop is connected.
        """
        connected = self.shops.all
        if not connected:
            raise InputError("No shop is connected.", advice="Connect one in the settings.")
        read: list[ShopOrders] = []
        for done, shop in enumerate(connected):
            progress.check()
            progress.report(f"Reading {shop.account.name}", done, len(connected))
            try:
                read.append(self.shops.orders_to_send(shop.account.id, progress))
            except (NoConnection, NotSignedIn) as failure:
                if len(connected) == 1:
                    raise
                read.append(_unread(shop.account.name, failure))
        orders = tuple(order for one in read for order in one.orders)
        return OrdersRead(
            files=(),
            orders=orders,
            skipped=(),
            notes=tuple(note for one in read for note in one.notes),
            known=self.importing.known(orders),
            left_out=tuple(order for one in read for order in one.left_out),
        )

    def bring_in(
        self,
        orders: Sequence[ShopOrder],
        again: Again,
        progress: Progress,
        *,
        files: Sequence[str] = (),
        rates: Rates = NO_RATES,
    ) -> Imported:
        """Makes the drafts and links them to their orders; see `Importing.bring_in`."""
        made = self.importing.bring_in(orders, again, progress, files=files, rates=rates)
        for one in made.orders:
            if one.order.shop_id:
                self.shops.link(one.order.shop_id, one.order.source_id, one.shipment_id)
        return made


def _unread(name: str, failure: PostroomError) -> ShopOrders:
    """Nothing of this shop but why."""
    message = f"{name}: {failure.message} {failure.advice}".strip()
    return ShopOrders(notes=(ImportNote(message=message),))
