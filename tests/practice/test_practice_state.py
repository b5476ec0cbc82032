"""The practice service's memory: a file that survives, and that two services may share."""

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from desktop_app.practice.command import run_practice
from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from desktop_app.practice.state import State, StateFileError
from tests.practice.caller import Caller
from tests.practice.orders_sent import item, order

RUN = (
    "import sys; from pathlib import Path; from desktop_app.practice.command import run_practice;"
    "sys.exit(run_practice(int(sys.argv[1]), Path(sys.argv[2]), until_stdin_closes=True))"
)


@contextmanager
def served(path: Path) -> Iterator[PracticeServer]:
    """A service over a state file of its own opening."""
    state = State(path)
    try:
        with PracticeServer(state=state, settings=Settings(labels_delay=0)) as server:
            yield server
    finally:
        state.close()


def test_orders_money_and_tokens_survive_in_a_file(tmp_path: Path) -> None:
    with served(tmp_path / "practice.sqlite") as server, Caller(server) as caller:
        made = caller.paid_order()
        token = caller.headers["authorization"]
        before = (server.client_id, server.client_secret)
    with served(tmp_path / "practice.sqlite") as server:
        assert (server.client_id, server.client_secret) == before
        answer = httpx.get(
            f"{server.base_url}/api/orders",
            params={"orderId": made["OrderId"], "hash": made["Hash"]},
            headers={"Authorization": token},
        )
        assert answer.json()["PaidDate"]
        assert server.state.till.balance == Decimal("92.62")


def test_two_services_share_one_file(tmp_path: Path) -> None:
    path = tmp_path / "practice.sqlite"
    with served(path) as one, served(path) as two, Caller(one) as here, Caller(two) as there:
        made = here.order()
        pay = f"{two.base_url}/api/orders/{made['OrderId']}/paywithprepay"
        assert there.post(pay).status_code == 200
        assert here.get("/api/orders", params={"orderId": made["OrderId"]}).json()["PaidDate"]
        assert here.get("/api/prepay").json() == there.get("/api/prepay").json() == 92.62


def test_shared_money_is_counted_to_the_penny(tmp_path: Path) -> None:
    path = tmp_path / "practice.sqlite"
    with served(path) as one, served(path) as two, Caller(one) as here, Caller(two) as there:
        cheap = order(item("inpost-locker-to-locker"))

        def buy(caller: Caller) -> list[int]:
            return [int(caller.paid_order(cheap)["OrderId"]) for _ in range(8)]

        with ThreadPoolExecutor(2) as pool:
            bought = [number for numbers in pool.map(buy, (here, there)) for number in numbers]
        assert len(set(bought)) == 16
        books = here.books()
        assert len(books["payments"]) == 16
        spent = sum(Decimal(str(one["amount"])) for one in books["payments"])
        assert Decimal(str(books["balance"])) == 100 - spent


def test_each_memory_has_credentials_and_numbers_of_its_own() -> None:
    one, two = State(), State()
    assert one.client_secret != two.client_secret
    assert one.orders.numbers("order") != two.orders.numbers("order")
    one.close()
    two.close()


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, this is not a database. " * 50)
    with pytest.raises(StateFileError, match=r"letter\.txt"):
        State(path)
    assert path.read_text().startswith("Dear Sir")


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with served(tmp_path / "practice.sqlite") as server:
        assert not server.state.till.take_prepay(1, Decimal("100.01"), 0)
        assert not server.state.till.take_card_once(1, Decimal("1.00"), 0)
        assert server.state.till.payments() == []


def test_no_thread_is_left_behind() -> None:
    before = threading.enumerate()
    with PracticeServer() as server:
        assert httpx.get(f"{server.base_url}/nowhere").status_code == 404
    assert threading.enumerate() == before


def test_a_taken_port_is_an_error_or_another_port() -> None:
    with PracticeServer() as first:
        port = int(first.base_url.rsplit(":", 1)[1])
        second = PracticeServer(port=port)
        with pytest.raises(OSError, match="in use"):
            second.start()
        second.start(any_port_if_taken=True)
        assert second.base_url != first.base_url
        second.stop()


@contextmanager
def command(path: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The service in a process of its own, with the facts it prints first."""
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", RUN, "0", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        yield process, json.loads(process.stdout.readline())


def test_the_command_ends_with_its_standard_input(tmp_path: Path) -> None:
    with command(tmp_path / "practice.sqlite") as (process, facts):
        assert httpx.get(f"{facts['base_url']}/api/countries").status_code == 401
        process.communicate(timeout=20)
        assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals for processes")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_ends_by_signal(tmp_path: Path, number: signal.Signals) -> None:
    with command(tmp_path / "practice.sqlite") as (process, facts):
        assert set(facts) == {"base_url", "client_id", "client_secret"}
        process.send_signal(number)
        assert process.wait(timeout=20) == 0


def test_the_command_shares_its_file_with_a_service_here(tmp_path: Path) -> None:
    path = tmp_path / "practice.sqlite"
    with served(path) as server, Caller(server) as caller, command(path) as (_process, facts):
        made = caller.order()
        assert facts["client_secret"] == server.client_secret
        page = made["Links"]["payment"].replace(server.base_url, facts["base_url"])
        assert httpx.post(page, data={"card": "4242 4242 4242 4242"}).status_code == 303
        assert len(caller.books()["payments"]) == 1


def test_the_command_says_when_its_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run_practice(port) == 2
    assert f"Port {port} is taken." in capsys.readouterr().err


def test_the_command_says_when_its_file_is_unusable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_practice(0, tmp_path) == 2
    assert str(tmp_path) in capsys.readouterr().err
