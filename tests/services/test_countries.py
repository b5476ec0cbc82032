"""The list of countries: read once a day, and known without a network."""

from collections.abc import Callable

import pytest

from desktop_app.domain.country import CountryBook
from desktop_app.domain.errors import AnswerNotUnderstood, NameNotFound, PostroomError
from desktop_app.services.countries import Countries
from tests.fakes.fake_broker import BOOK
from tests.fakes.memory_stores import MemoryCountries
from tests.fakes.office import FakeOffice


@pytest.fixture
def cache() -> MemoryCountries:
    return MemoryCountries()


@pytest.fixture
def countries(fake: FakeOffice, cache: MemoryCountries) -> Countries:
    """As at the very first start: nothing is kept yet."""
    return Countries(fake.office.accounts, cache, fake.clock)


def offline() -> None:
    raise NameNotFound("offline", may_have_arrived=False)


def test_nothing_is_known_before_the_list_was_read(fake: FakeOffice, countries: Countries) -> None:
    assert countries.known == CountryBook()
    assert not countries.are_fresh
    assert fake.broker.calls == []


def test_the_list_is_read_once_a_day(fake: FakeOffice, countries: Countries) -> None:
    assert countries.fresh() == BOOK
    assert countries.are_fresh
    fake.clock.move(hours=23, minutes=59)
    assert countries.fresh() == countries.known == BOOK
    assert fake.broker.calls == ["countries"]
    fake.clock.move(minutes=1)
    countries.fresh()
    assert fake.broker.calls == ["countries", "countries"]


def test_what_was_kept_is_known_at_the_next_start(
    fake: FakeOffice, countries: Countries, cache: MemoryCountries
) -> None:
    countries.refresh()
    assert Countries(fake.office.accounts, cache, fake.clock).known == BOOK


def test_without_a_network_an_old_list_is_better_than_none(
    fake: FakeOffice, countries: Countries
) -> None:
    countries.refresh()
    fake.clock.move(days=9)
    fake.broker.before["countries"] = offline
    assert countries.fresh() == BOOK
    assert not countries.are_fresh


@pytest.mark.parametrize("ask", [Countries.fresh, Countries.refresh])
def test_without_a_network_and_a_list_it_is_said(
    fake: FakeOffice, countries: Countries, ask: Callable[[Countries], CountryBook]
) -> None:
    fake.broker.before["countries"] = offline
    with pytest.raises(NameNotFound):
        ask(countries)


def test_an_empty_list_never_takes_a_whole_ones_place(
    fake: FakeOffice, countries: Countries
) -> None:
    countries.refresh()
    fake.broker.book = CountryBook()
    with pytest.raises(AnswerNotUnderstood):
        countries.refresh()
    assert countries.known == BOOK


def test_a_clock_that_was_put_back_makes_no_list_fresh_for_ever(
    fake: FakeOffice, countries: Countries
) -> None:
    countries.refresh()
    fake.clock.move(days=-400)
    assert not countries.are_fresh


def test_a_list_that_cannot_be_kept_is_told(
    countries: Countries, cache: MemoryCountries, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise PostroomError("disk full")

    monkeypatch.setattr(cache, "save", full)
    with pytest.raises(PostroomError, match="disk full"):
        countries.refresh()
    assert countries.known == BOOK


def test_each_account_has_its_own_list(fake: FakeOffice, countries: Countries) -> None:
    countries.refresh()
    assert countries.known_to("practice") == BOOK
    assert countries.known_to("live") == CountryBook()
