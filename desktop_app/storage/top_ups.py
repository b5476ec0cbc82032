"""Fills the TopUps port: money that came into PrePay, seen by its balance."""

import uuid
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, or_, select

from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.ledger import Sighting, TopUp
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import attempts, balances, top_ups

_LIVE = (AttemptState.STARTED.value, AttemptState.UNCERTAIN.value)
_DONE = AttemptState.DONE.value


class SqlTopUps:
    """The service has no list of top-ups: what the balance rises by is all that shows them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all_of(self, account_id: str) -> tuple[TopUp, ...]:
        """All that were seen of an account, oldest first."""
        own = select(top_ups).where(top_ups.c.account_id == account_id)
        with self._database.reading() as connection:
            rows = connection.execute(own.order_by(top_ups.c.seen_at, top_ups.c.key))
            return tuple(_top_up(row) for row in rows)

    def see(self, sighting: Sighting) -> TopUp | None:
        """Keeps what PrePay rose by since it was last seen; see the port.

        The database is written to only where something has changed: this is asked often.
        """
        with self._database.reading() as connection:
            if _news(connection, sighting) is None:
                return None
        with self._database.writing() as connection:
            rise = _news(connection, sighting)  # another window may have been first
            return None if rise is None else _keep(connection, sighting, rise)

    def forget(self, key: str) -> None:
        """Takes one away."""
        with self._database.writing() as connection:
            connection.execute(delete(top_ups).where(top_ups.c.key == key))


def _news(connection: Connection, sighting: Sighting) -> Decimal | None:
    """What the balance rose by, beside what was paid out of it since; None: nothing to keep."""
    if _is_disturbed(connection, sighting):
        return None
    kept = _kept(connection, sighting)
    if kept is None:
        return Decimal(0)
    if sighting.asked_at < from_text(kept.told_at):
        return None  # a slow answer: what was seen since is newer
    before = Decimal(kept.balance)
    rise = sighting.balance + _paid_since(connection, sighting, kept.told_at) - before
    return max(rise, Decimal(0)) if rise or sighting.balance != before else None


def _keep(connection: Connection, sighting: Sighting, rise: Decimal) -> TopUp | None:
    own = balances.c.account_id == sighting.account_id
    connection.execute(delete(balances).where(own))
    values = {"balance": str(sighting.balance), "told_at": to_text(sighting.told_at)}
    connection.execute(insert(balances).values(account_id=sighting.account_id, **values))
    return _keep_top_up(connection, sighting, rise) if rise else None


def _kept(connection: Connection, sighting: Sighting) -> Row[Any] | None:
    own = select(balances).where(balances.c.account_id == sighting.account_id)
    return connection.execute(own.with_for_update()).first()


def _is_disturbed(connection: Connection, sighting: Sighting) -> bool:
    """Whether a payment is in hand, or was when the balance was asked for."""
    since = to_text(sighting.asked_at)
    lately = and_(attempts.c.state == _DONE, attempts.c.ended_at >= since)
    of_now = or_(attempts.c.state.in_(_LIVE), lately)
    wanted = select(attempts.c.key).where(_from_prepay(sighting), of_now).limit(1)
    return connection.scalar(wanted) is not None


def _paid_since(connection: Connection, sighting: Sighting, told_at: str) -> Decimal:
    since = attempts.c.started_at >= told_at
    done = attempts.c.state == _DONE
    wanted = select(attempts.c.amount).where(_from_prepay(sighting), done, since)
    return sum(map(Decimal, connection.scalars(wanted)), Decimal(0))


def _from_prepay(sighting: Sighting) -> ColumnElement[bool]:
    is_prepay = attempts.c.kind == AttemptKind.PREPAY.value
    return and_(attempts.c.account_id == sighting.account_id, is_prepay)


def _keep_top_up(connection: Connection, sighting: Sighting, rise: Decimal) -> TopUp:
    found = TopUp(
        key=str(uuid.uuid4()),
        account_id=sighting.account_id,
        seen_at=sighting.told_at,
        amount=rise,
    )
    values = {"amount": str(rise), "seen_at": to_text(found.seen_at)}
    connection.execute(insert(top_ups).values(found.model_dump() | values))
    return found


def _top_up(row: Row[Any]) -> TopUp:
    return TopUp(
        key=row.key,
        account_id=row.account_id,
        seen_at=from_text(row.seen_at),
        amount=Decimal(row.amount),
        note=row.note,
    )
