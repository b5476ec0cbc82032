"""After a whole day's work: what stands in the files that a user may hand to somebody else."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from desktop_app.domain.address import Address
from tests.e2e.conftest import Postroom
from tests.e2e.drafts import ABROAD
from tests.fakes.office import WHOLE

PEOPLE = (WHOLE.sender, WHOLE.recipient, ABROAD.sender, ABROAD.recipient)


@pytest.fixture
def day(postroom: Postroom) -> Postroom:
    """Parcels booked, paid, refused, tracked and settled, with a failure among them."""
    out = ("--out", str(postroom.folder / "labels"))
    for shipment, *more in ((WHOLE, "--pay", "prepay"), (ABROAD, "--pay", "link", "--wait", "0")):
        done = postroom.run("book", postroom.draft(shipment), *out, *more)
        assert done.code == 0, done.messages
    postroom.bad_day(kind="status", path="/api/quotes", status=500)
    postroom.run("quote", postroom.draft(WHOLE))
    postroom.fill_prepay("0")
    postroom.run("book", postroom.draft(WHOLE), *out, "--pay", "prepay")
    for command in ("track", "settle"):
        postroom.run(command)
    return postroom


def keys(postroom: Postroom) -> set[str]:
    """Everything that opens something at the service."""
    practice = postroom.practice
    orders = practice.state.orders.all()
    hashes = {one for order in orders for one in (order.hash, order.payment_hash)}
    hashes |= {line.hash for order in orders for line in order.lines}
    assert len(orders) >= 2
    assert practice.state.tokens.all()
    return {*hashes, *map(quote, hashes), *tokens(postroom)}


def tokens(postroom: Postroom) -> set[str]:
    """What opens the account itself."""
    return {postroom.practice.client_secret, *postroom.practice.state.tokens.all()}


def personal(address: Address) -> Iterator[str]:
    """What tells who somebody is, or where."""
    told = (address.name, address.organisation, address.email, address.phone, address.street)
    yield from (one for one in (*told, address.postcode) if one)


def found(folder: Path, words: set[str], *patterns: str) -> set[str]:
    """Which words stand in a file's text or name, in the file's own bytes."""
    paths = [path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()]
    assert paths, f"nothing of {patterns} in {folder}"
    texts = [str(path).encode() + path.read_bytes() for path in paths]
    return {word for word in words for text in texts if word.encode() in text}


def test_logs_and_settings_tell_nothing(day: Postroom) -> None:
    words = keys(day) | {one for person in PEOPLE for one in personal(person)}
    assert found(day.folder / "data", words, "*.log*", "*settings*") == set()


def test_no_file_holds_what_opens_the_account(day: Postroom) -> None:
    assert found(day.folder, tokens(day), "*") == set()


def test_labels_hold_no_key(day: Postroom) -> None:
    assert found(day.folder / "labels", keys(day), "*") == set()


def test_the_search_finds_what_is_there(day: Postroom) -> None:
    """The database has the orders' hashes: without them no label could be fetched again."""
    hashes = {order.hash for order in day.practice.state.orders.all()}
    assert found(day.folder / "data", hashes, "*.db*") == hashes
