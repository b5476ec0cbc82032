"""However often it is killed while it books: nothing is paid twice, and nothing is lost."""

import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings, Watch
from tests.crash.killers import AtEveryRequest
from tests.crash.town import Town

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="lives are forks"),
    pytest.mark.timeout(400),
]
# The same moments each time, so that a failure comes again.
SEED = 20_261_123
ROUNDS = int(os.environ.get("POSTROOM_CRASH_ROUNDS", "200"))
LONGEST_LIFE = 0.4
# A shipment takes fewer commits than this from draft to label: each of them is met.
FURTHEST = 12
A_DAYS_COMMITS = 24

Founder = Callable[..., Town]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Founder]:
    """Founds towns, each with a service of its own."""
    monkeypatch.setenv("POSTROOM_CLIENT_SECRET", "")
    towns: list[Town] = []
    with ExitStack() as ends:

        def make(orders: int, watch: Watch | None = None, *, by_day: bool = False) -> Town:
            settings = Settings(labels_delay=0, watch=watch)
            practice = ends.enter_context(PracticeServer(settings=settings))
            towns.append(Town(practice, tmp_path / f"data-{len(towns)}", orders, by_day))
            town = towns[-1]
            ends.callback(town.close)
            return town

        yield make


def assert_all_is_well(town: Town) -> None:
    assert town.paid_twice() == []
    assert town.lost() == []


def test_killed_at_every_request(found: Founder) -> None:
    killers: list[AtEveryRequest] = []

    def watch(moment: str, method: str, path: str) -> bool:
        return not killers or killers[0](moment, method, path)

    town = found(20, watch)
    killers.append(AtEveryRequest(town))
    town.live_until_all_is_done()
    assert_all_is_well(town)
    paying = "POST /api/orders/*/paywithprepay"
    deaths = {(moment, number) for what, moment, number in killers[0].killed_at if what == paying}
    assert {("before", number) for number in range(20)} <= deaths
    assert town.deaths == len(killers[0].killed_at)


@pytest.mark.parametrize("after_it", [False, True], ids=["before", "after"])
def test_killed_at_every_commit(found: Founder, *, after_it: bool) -> None:
    town, number = found(20), 0
    while not town.is_done():
        # Each life comes one commit further than the one before, then it begins anew.
        number = number % FURTHEST + 1
        town.live(dies_at=number, after_it=after_it)
    assert_all_is_well(town)
    assert town.deaths >= 2 * FURTHEST


def test_killed_at_random_moments(found: Founder) -> None:
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    deaths = 0
    while deaths < ROUNDS:
        town = found(20)
        while deaths + town.deaths < ROUNDS and not town.is_done():
            town.live(dies_after=chance.uniform(0, LONGEST_LIFE))
        deaths += town.deaths
        town.live_until_all_is_done()
        assert_all_is_well(town)


def test_a_day_killed_at_random_moments_goes_on_where_it_was(found: Founder) -> None:
    """Up to four orders and payments are under way when it dies."""
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    deaths = 0
    while deaths < ROUNDS // 4:
        town = found(20, by_day=True)
        while deaths + town.deaths < ROUNDS // 4 and not town.is_done():
            town.live(dies_after=chance.uniform(0, LONGEST_LIFE))
        deaths += town.deaths
        town.live_until_all_is_done()
        assert_all_is_well(town)


@pytest.mark.parametrize("after_it", [False, True], ids=["before", "after"])
def test_a_day_killed_at_every_commit(found: Founder, *, after_it: bool) -> None:
    """Each life comes one commit further; where a day is over before that, another is begun."""
    number = 1
    while number <= A_DAYS_COMMITS:
        town = found(12, by_day=True)
        while number <= A_DAYS_COMMITS and not town.is_done():
            before = town.deaths
            town.live(dies_at=number, after_it=after_it)
            number += town.deaths - before
        town.live_until_all_is_done()
        assert_all_is_well(town)


def test_a_build_that_forgets_its_payments_is_caught(found: Founder) -> None:
    killers: list[AtEveryRequest] = []

    def watch(moment: str, method: str, path: str) -> bool:
        pays = path.endswith("/paywithprepay") and moment == "after"
        return not killers or not pays or killers[0](moment, method, path)

    town = found(2, watch)
    killers.append(AtEveryRequest(town))
    for _ in range(4):
        town.live(forgetful=True)
    assert town.paid_twice() != []
