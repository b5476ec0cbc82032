"""The address book: each person once, last used first."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from desktop_app.domain.address import Address
from desktop_app.storage import tables
from desktop_app.storage.address_book import SqlAddressBook
from desktop_app.storage.database import Database
from tests.storage.samples import NOW

ANN = Address(name="Ann Field", street="Saville Street", postcode="YO17 7LL", country="GBR")
BEN = Address(name="Ben Hill", street="High Street", postcode="LS1 1AA", country="GBR")


@pytest.fixture
def book(database: Database) -> SqlAddressBook:
    return SqlAddressBook(database)


def names(book: SqlAddressBook) -> list[str]:
    return [entry.address.name for entry in book.entries()]


def test_the_last_used_comes_first(book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    book.remember(BEN, NOW)
    assert names(book) == ["Ben Hill", "Ann Field"]
    book.remember(ANN, NOW - timedelta(days=1))  # the clock was put back
    assert names(book) == ["Ann Field", "Ben Hill"]


def test_the_same_person_is_one_entry_with_what_is_new(book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    (before,) = book.entries()
    again = ANN.model_copy(
        update={"name": "ann  FIELD", "postcode": "yo177ll", "phone": "07700900456"}
    )
    book.remember(again, NOW + timedelta(days=1))
    (after,) = book.entries()
    assert after.id == before.id
    assert after.address == again
    assert after.last_used == NOW + timedelta(days=1)


@pytest.mark.parametrize(
    "change", [{"country": "IRL"}, {"postcode": "YO17 7LM"}, {"name": "Amy Field"}]
)
def test_another_name_or_place_is_another_person(
    book: SqlAddressBook, change: dict[str, str]
) -> None:
    book.remember(ANN, NOW)
    book.remember(ANN.model_copy(update=change), NOW)
    assert len(book.entries()) == 2


def test_instructions_for_one_delivery_are_not_kept(book: SqlAddressBook) -> None:
    book.remember(ANN.model_copy(update={"special_instructions": "Behind the shed"}), NOW)
    assert book.entries()[0].address == ANN


def test_a_blank_address_is_no_entry(book: SqlAddressBook) -> None:
    book.remember(Address(country="GBR"), NOW)
    assert book.entries() == ()


def test_an_entry_can_be_taken_away(book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    book.remember(BEN, NOW)
    entry = book.entries()[0]
    book.delete(entry.id)
    book.delete(entry.id)
    assert names(book) == ["Ann Field"]


def test_an_entry_that_cannot_be_read_is_left_out(database: Database, book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    with database.writing() as connection:
        connection.execute(update(tables.addresses).values(address='{"country": "Narnia"}'))
    book.remember(BEN, NOW)
    assert names(book) == ["Ben Hill"]


def test_an_entry_of_a_newer_postroom_can_be_read(database: Database, book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    newer = json.dumps(ANN.model_dump() | {"what3words": "filled.count.soap"})
    with database.writing() as connection:
        connection.execute(update(tables.addresses).values(address=newer))
    assert book.entries()[0].address == ANN


def test_a_corrected_one_keeps_its_place(book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    book.remember(BEN, NOW + timedelta(days=1))
    ann = book.entries()[1]
    book.correct(ann.id, ANN.model_copy(update={"postcode": "YO17 7LM"}))
    assert names(book) == ["Ben Hill", "Ann Field"]
    assert book.entries()[1].address.postcode == "YO17 7LM"
    assert book.entries()[1].last_used == NOW
    book.remember(ANN.model_copy(update={"postcode": "yo177lm"}), NOW)
    assert len(book.entries()) == 2


def test_one_that_becomes_another_person_takes_that_one_s_place(book: SqlAddressBook) -> None:
    book.remember(ANN, NOW)
    book.remember(BEN, NOW)
    ann = book.entries()[1]
    book.correct(ann.id, BEN)
    (left,) = book.entries()
    assert (left.id, left.address) == (ann.id, BEN)


def test_one_that_is_gone_is_not_corrected(book: SqlAddressBook) -> None:
    book.remember(BEN, NOW)
    book.correct("gone", BEN)
    assert names(book) == ["Ben Hill"]
