"""Tells shops that parcels are on their way: an outbox, each of its entries sent once."""

from typing import NamedTuple

from desktop_app.domain.errors import EffectsNotAgreed, InputError, PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shop import ConnectedShop
from desktop_app.domain.shop_despatch import (
    Despatch,
    DespatchNews,
    DespatchState,
    despatch_key,
    side_effects,
)
from desktop_app.domain.shop_order import ShopOrder
from desktop_app.services.naming import shipment_name
from desktop_app.services.ports import Clock, Progress, Shipments
from desktop_app.services.ports.shop_book import Outbox, ShopBook, ShopOrderBook
from desktop_app.services.shops import Shops


class Wishes(NamedTuple):
    """What the user wants of the shop besides: a mail to the customer, the payment taken.

    `send_email` None leaves it to the shop.
    """

    send_email: bool | None = None
    capture: bool = False


class Despatching:
    """The outbox: each order and its parcels stand in it once, whatever happens meanwhile."""

    def __init__(
        self,
        shops: Shops,
        book: ShopBook,
        orders: ShopOrderBook,
        outbox: Outbox,
        shipments: Shipments,
        clock: Clock,
    ) -> None:
        self._shops = shops
        self._book = book
        self._orders = orders
        self._outbox = outbox
        self._shipments = shipments
        self._clock = clock
        self._agreed_now: set[str] = set()

    @property
    def all(self) -> tuple[Despatch, ...]:
        """Everything in the outbox, newest first."""
        return self._outbox.all()

    def of_shipment(self, shipment_id: str) -> tuple[Despatch, ...]:
        """What a shop was, or is to be, told of one shipment."""
        return self._outbox.of_shipment(shipment_id)

    def order_of(self, shipment_id: str) -> ShopOrder | None:
        """The shop's order that a shipment is of: linked, or of the number it refers to.

        None where it came from no shop, or where two orders have that number.
        """
        if linked := self._orders.of_shipment(shipment_id):
            return linked
        reference = self._shipments.get(shipment_id).shipment.reference
        found = self._orders.numbered(reference) if reference else ()
        return found[0] if len(found) == 1 else None

    def agree(self, shop_id: str) -> None:
        """Notes that the user has seen what telling this shop sets off there."""
        self._agreed_now.add(shop_id)
        kept = self._kept(shop_id)
        if kept and kept.agreed_at is None:
            self._book.put(kept.model_copy(update={"agreed_at": self._clock.now()}))

    def put_in(self, shipment_id: str, wishes: Wishes | None = None) -> Despatch:
        """Puts a shipment whose label is there into the outbox; it is not sent yet.

        The same parcels of the same order are put in once. Raises InputError for a shipment that
        came from no shop or has no number of its courier.
        """
        record = self._shipments.get(shipment_id)
        order = self.order_of(shipment_id)
        if order is None:
            raise InputError(
                f"{_name(record)} came from no shop that is connected.",
                advice="Name the shop and its order to tell it all the same.",
            )
        return self._add(order.shop_id, shipment_id, self._news(record, order, wishes or Wishes()))

    def put_in_news(self, shop_id: str, news: DespatchNews) -> Despatch:
        """Puts in news of a parcel that was not sent through Postroom.

        The order may be named by the number that people use, if it came in before.
        """
        source_id = self._shops.source_id(shop_id, news.source_id)
        return self._add(shop_id, "", news.model_copy(update={"source_id": source_id}))

    def send(self, key: str, wishes: Wishes | None = None) -> Despatch:
        """Tells the shop, once: what it became, with a sentence where it was not sent.

        Sent again after a failure, it is the same news; the shop's client reads first, so that
        an answer that was lost does no harm. Raises EffectsNotAgreed before the first time,
        InputError while it is being sent elsewhere.
        """
        waiting = self._outbox.get(key)
        if waiting.state is DespatchState.SENT:
            return waiting
        self._require_agreed(waiting.shop_id)
        news = waiting.news.model_copy(update=wishes._asdict()) if wishes else waiting.news
        taken = self._outbox.claim(key, news, self._clock.now())
        if taken is None:
            return self._settled(key)
        return self._told(taken)

    def send_waiting(self, progress: Progress) -> tuple[Despatch, ...]:
        """Sends all that was never sent, oldest first; what failed waits for the user."""
        waiting = [one for one in self.all[::-1] if one.state is DespatchState.WAITING]
        done = []
        for number, one in enumerate(waiting, 1):
            progress.report("Telling the shops", number, len(waiting))
            progress.check()
            done.append(self.send(one.key))
        return tuple(done)

    def _told(self, taken: Despatch) -> Despatch:
        try:
            result = self._shops.shop(taken.shop_id).despatch(taken.news)
        except PostroomError as failure:
            why = " ".join(part for part in (failure.message, failure.advice) if part)
            self._end(taken, DespatchState.FAILED, why)
            raise
        except BaseException:
            self._end(taken, DespatchState.FAILED, "It was cut short. Send it again.")
            raise
        return self._end(taken, DespatchState.SENT, " ".join(result.notes))

    def _end(self, taken: Despatch, state: DespatchState, why: str) -> Despatch:
        return self._outbox.end(taken.key, state, self._clock.now(), why)

    def _settled(self, key: str) -> Despatch:
        """Somebody else has it in hand, or has just sent it."""
        now = self._outbox.get(key)
        if now.state is DespatchState.SENT:
            return now
        raise InputError(
            "This is being sent in another window or command.",
            advice="Wait a moment. After a crash it can be sent again in ten minutes.",
        )

    def _require_agreed(self, shop_id: str) -> None:
        kept = self._kept(shop_id)
        if shop_id not in self._agreed_now and not (kept and kept.agreed_at):
            account = self._shops.shop(shop_id).account
            message = f"{account.name} is told of a parcel for the first time."
            raise EffectsNotAgreed(message, side_effects(account.platform))

    def _kept(self, shop_id: str) -> ConnectedShop | None:
        return next((shop for shop in self._book.all() if shop.account.id == shop_id), None)

    def _add(self, shop_id: str, shipment_id: str, news: DespatchNews) -> Despatch:
        key = despatch_key(shop_id, news.source_id, news.numbers)
        made_at = self._clock.now()
        return self._outbox.add(
            Despatch(key=key, shop_id=shop_id, shipment_id=shipment_id, news=news, made_at=made_at)
        )

    def _news(self, record: ShipmentRecord, order: ShopOrder, wishes: Wishes) -> DespatchNews:
        numbers = tuple(dict.fromkeys(one.number for one in record.consignments if one.number))
        if not numbers:
            raise InputError(
                f"{_name(record)} has no tracking number yet.",
                advice="Fetch its label first: the number comes with it.",
            )
        return DespatchNews(
            source_id=order.source_id,
            order_number=order.order_number,
            numbers=numbers,
            carrier=record.courier,
            service=record.choice.quote.service.name if record.choice else "",
            sent_at=self._clock.now(),
            **wishes._asdict(),
        )


def _name(record: ShipmentRecord) -> str:
    shipment = record.shipment
    return shipment_name(shipment.reference, shipment.recipient.name, record.id)
