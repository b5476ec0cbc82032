"""Taking webhooks in: stored before they are answered, and only a reason to read the API."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from desktop_app.domain.errors import PostroomError, StorageError
from desktop_app.domain.record import Stage
from desktop_app.domain.webhook import OLDEST, Fault, WebhookEvent, WebhookRefused, read_webhook
from desktop_app.services.ports import Clock, ShipmentList
from desktop_app.services.ports.webhooks import WebhookInbox
from desktop_app.services.tracking import Tracking

_log = logging.getLogger(__name__)
_STATUSES = {
    Fault.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Fault.UNREADABLE: HTTPStatus.BAD_REQUEST,
    Fault.UNSIGNED: HTTPStatus.UNAUTHORIZED,
    Fault.OUT_OF_TIME: HTTPStatus.UNAUTHORIZED,
}
# A webhook of this age is refused by its time alone, so that its id need not be known any more.
_FORGET_AFTER = 2 * OLDEST


class Webhooks:
    """The receiving end of one account's webhooks."""

    def __init__(
        self, inbox: WebhookInbox, secret: Callable[[], str], clock: Clock, account_id: str
    ) -> None:
        self._inbox = inbox
        self._secret = secret
        self._clock = clock
        self._account_id = account_id

    def receive(self, body: bytes) -> int:
        """Takes one in; the HTTP status to answer: 200 once it is stored, or was before.

        A repeat of what is stored gets 200 too, so that the service stops repeating it.
        """
        now = self._clock.now()
        try:
            event = read_webhook(body, self._secret(), now)
            is_new = self._inbox.add(self._account_id, event, now)
        except WebhookRefused as refused:
            _log.warning("%s", refused.message)
            return _STATUSES[refused.fault]
        except StorageError as failure:
            _log.warning("a webhook could not be stored: %s", type(failure).__name__)
            return HTTPStatus.SERVICE_UNAVAILABLE
        _log.info("webhook %s: %s", event.id, "stored" if is_new else "known already")
        return HTTPStatus.OK

    def cases(self) -> tuple[WebhookEvent, ...]:
        """The latest event of each enquiry or claim, newest first."""
        latest: dict[str, WebhookEvent] = {}
        for event in sorted(self._inbox.cases(self._account_id), key=lambda one: one.at):
            latest[event.case_id] = event
        return tuple(sorted(latest.values(), key=lambda one: one.at, reverse=True))


class WebhookWork:
    """What the stored events set going: each affected shipment is read again, once."""

    def __init__(
        self, inbox: WebhookInbox, shipments: ShipmentList, tracking: Tracking, clock: Clock
    ) -> None:
        self._inbox = inbox
        self._shipments = shipments
        self._tracking = tracking
        self._clock = clock

    def apply(self, account_id: str) -> tuple[str, ...]:
        """The ids of the shipments that were read. What fails is waited for by the next try."""
        waiting = self._inbox.waiting(account_id)
        lines = {event.order_line_id for event in waiting if event.order_line_id}
        found = self._of_lines(account_id, lines) if lines else {}
        failed = {line for line, one in found.items() if not self._read(one)}
        for event in waiting:
            if event.order_line_id not in failed:
                self._inbox.applied(account_id, event.id)
        self._inbox.forget(account_id, self._clock.now() - _FORGET_AFTER)
        return tuple(dict.fromkeys(one for line, one in found.items() if line not in failed))

    def _of_lines(self, account_id: str, lines: set[str]) -> dict[str, str]:
        """Which shipment each order line belongs to; lines of orders made elsewhere have none."""
        paid = {Stage.PAID, Stage.TO_PRINT, Stage.SENT}
        rows = [row.id for row in self._shipments.rows(account_id) if row.stage in paid]
        pairs = ((line, one) for one in rows for line in self._tracking.lines(one))
        return {line: one for line, one in pairs if line in lines}

    def _read(self, shipment_id: str) -> bool:
        try:
            self._tracking.refresh(shipment_id)
        except PostroomError as failure:
            _log.warning("an event could not be followed up: %s", type(failure).__name__)
            return False
        return True
