"""Fills the AddressBook port: recipients that were used before, each person once."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from desktop_app.domain.address import Address
from desktop_app.services.ports import SavedAddress
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import addresses
from desktop_app.storage.tolerant import read_value
from desktop_app.storage.turns import next_turn


class SqlAddressBook:
    """The same name at the same postcode in the same country is the same person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> tuple[SavedAddress, ...]:
        """All of them, last used first; one that cannot be read is left out."""
        with self._database.reading() as connection:
            rows = connection.execute(select(addresses).order_by(addresses.c.turn.desc()))
            return tuple(entry for row in rows for entry in _read(row))

    def remember(self, address: Address, at: datetime) -> None:
        """Adds it, or moves the same person to the front with what is new about them.

        Special instructions belong to one delivery and are not kept. A blank address is no entry.
        """
        if address.is_blank:
            return
        kept = address.model_copy(update={"special_instructions": ""})
        person = _person(kept)
        with self._database.writing() as connection:
            same = addresses.c.person == person
            entry_id = connection.scalar(select(addresses.c.id).where(same)) or uuid.uuid4().hex
            turn = next_turn(connection, addresses)
            connection.execute(delete(addresses).where(same))
            connection.execute(
                insert(addresses).values(
                    id=entry_id,
                    person=person,
                    turn=turn,
                    last_used=to_text(at),
                    address=kept.model_dump_json(),
                )
            )

    def correct(self, entry_id: str, address: Address) -> None:
        """Puts another address in an entry's place, and of the same person keeps only that one."""
        kept = address.model_copy(update={"special_instructions": ""})
        person, this = _person(kept), addresses.c.id == entry_id
        with self._database.writing() as connection:
            if connection.scalar(select(addresses.c.id).where(this)) is None:
                return
            connection.execute(delete(addresses).where(addresses.c.person == person, ~this))
            written = {"person": person, "address": kept.model_dump_json()}
            connection.execute(update(addresses).where(this).values(written))

    def delete(self, entry_id: str) -> None:
        """Takes one away; it may be gone already."""
        with self._database.writing() as connection:
            connection.execute(delete(addresses).where(addresses.c.id == entry_id))


def _person(address: Address) -> str:
    name = " ".join((address.name or address.organisation).split())
    postcode = "".join(address.postcode.split())
    return f"{name}|{postcode}|{address.country}".casefold()


def _read(row: Row[Any]) -> Iterator[SavedAddress]:
    try:
        address = read_value(Address, row.address)
        yield SavedAddress(id=row.id, address=address, last_used=from_text(row.last_used))
    except ValueError:
        return
