"""No way to the service: each case has its sentence, and what was typed is kept."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.ui.driver import Driver
from tests.e2e.conftest import Postroom
from tests.e2e.desk import Desk
from tests.fakes.office import SENDER, WHOLE
from tests.fakes.scripted_server import Reply, ScriptedServer

NOWHERE = "https://postroom.invalid"
Lay = Callable[[ExitStack, pytest.MonkeyPatch], str]
"""Lays a bad line; the address of the service behind it."""


def nothing_listens(_stack: ExitStack, _patch: pytest.MonkeyPatch) -> str:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}"


def no_such_name(_stack: ExitStack, _patch: pytest.MonkeyPatch) -> str:
    return NOWHERE


def proxy_refuses(stack: ExitStack, patch: pytest.MonkeyPatch) -> str:
    proxy = stack.enter_context(ScriptedServer())
    proxy.on("CONNECT postroom.invalid:443", Reply(403))
    patch.setenv("HTTPS_PROXY", proxy.base_url)
    return NOWHERE


def proxy_wants_a_password(stack: ExitStack, patch: pytest.MonkeyPatch) -> str:
    proxy = stack.enter_context(ScriptedServer())
    proxy.on("CONNECT postroom.invalid:443", Reply(407))
    patch.setenv("HTTPS_PROXY", proxy.base_url)
    return NOWHERE


def proxy_cannot_be_used(_stack: ExitStack, patch: pytest.MonkeyPatch) -> str:
    patch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")
    return NOWHERE


def not_trusted(stack: ExitStack, _patch: pytest.MonkeyPatch) -> str:
    return stack.enter_context(ScriptedServer(tls=True)).base_url


def cut(stack: ExitStack, _patch: pytest.MonkeyPatch) -> str:
    server = stack.enter_context(ScriptedServer())
    server.on("POST /auth/connect/token", Reply(cut_at=0))
    return server.base_url


DAYS: dict[str, tuple[Lay, str, str]] = {
    "nothing listens": (nothing_listens, "could not be reached", "Check the connection"),
    "DNS is gone": (no_such_name, "address was not found", "Check the connection"),
    "the proxy refuses": (proxy_refuses, "refused the connection", "Check the proxy"),
    "the proxy asks who it is": (proxy_wants_a_password, "refused the connection", "Check the pr"),
    "the proxy is SOCKS": (proxy_cannot_be_used, "cannot be used", "Check the proxy"),
    "the certificate is wrong": (not_trusted, "is not trusted", "date and time"),
    "it is cut": (cut, "broke off", "Check the connection"),
}


@pytest.fixture(autouse=True)
def straight_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy but the one a test lays."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(params=DAYS)
def bad_line(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str, str]]:
    """The address of the service, what is to be said, and what is to be advised."""
    lay, said, advised = DAYS[request.param]
    with ExitStack() as stack:
        yield lay(stack, monkeypatch), said, advised


def shown(driver: Driver) -> str:
    """All that the wizard says."""
    return " ".join(label.text() for label in driver.wizard.findChildren(QLabel))


def test_a_command_says_so_and_leaves_with_4(
    postroom: Postroom, bad_line: tuple[str, str, str]
) -> None:
    url, said, advised = bad_line
    done = postroom.run("quote", postroom.draft(), url=url)
    assert done.code == 4, done.messages
    assert said in done.messages
    assert advised in done.messages
    assert said in done.json["problems"][0]["message"]
    assert "Traceback" not in done.messages


@pytest.mark.parametrize(
    "bad_line", ["DNS is gone", "the proxy refuses", "the certificate is wrong"], indirect=True
)
def test_the_window_says_so_and_keeps_the_draft(desk: Desk, bad_line: tuple[str, str, str]) -> None:
    url, said, advised = bad_line
    desk.open(SENDER)
    driver = desk.start_again(url)
    notes = [label.text() for label in driver.window.status.findChildren(QLabel)]
    assert "Offline, drafts are kept" in notes
    driver.window.new_shipment(WHOLE)
    driver.wait_for_step(Step.QUOTES)
    driver.settle()
    assert said in shown(driver)
    assert advised in shown(driver)
    kept = desk.kept()
    assert (kept.shipment, kept.stage) == (WHOLE, Stage.DRAFT)


def test_a_draft_is_typed_copied_and_deleted_with_no_network_at_all(desk: Desk) -> None:
    desk.open(SENDER)
    driver = desk.start_again(NOWHERE)
    driver.window.new_shipment()
    driver.wait_for_step(Step.ADDRESSES)
    driver.settle()
    for name in ("name", "property", "street", "town", "postcode", "email", "phone"):
        driver.type(f"recipient.{name}", getattr(WHOLE.recipient, name))
    driver.settle()
    shipment = desk.kept().id
    driver = desk.start_again(NOWHERE)
    assert desk.kept(shipment).shipment.recipient == WHOLE.recipient

    table = driver.window.list.table
    table.select([shipment])
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    copy = desk.kept()
    assert copy.shipment.recipient == WHOLE.recipient
    driver.window.show_list()
    driver.settle()
    table.select([shipment, copy.id])
    QTest.keyClick(table, Qt.Key.Key_Delete)
    driver.settle()
    assert list(desk.office.drafts.rows()) == []


def test_it_goes_on_where_it_stood_once_the_line_is_back(desk: Desk) -> None:
    driver = desk.open(SENDER)
    desk.bad_day(kind="cut_before", match="* /*", times=0)
    driver.window.new_shipment(WHOLE)
    driver.wait_for_step(Step.QUOTES)
    driver.wait_until(lambda: "broke off" in shown(driver), "the sentence")
    driver.settle()
    shipment = desk.kept().id

    desk.good_day()
    driver = desk.start_again()
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.QUOTES)
    driver.wait_until(lambda: driver.wizard.page.primary().enabled, "prices")
    driver.settle()
    assert desk.kept(shipment).shipment == WHOLE


def test_a_cut_line_in_the_middle_is_mended_by_one_press(desk: Desk) -> None:
    shipment = desk.quote(WHOLE).id
    driver = desk.open(SENDER)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.REVIEW)
    driver.settle()
    desk.bad_day(kind="cut_before", match="POST /api/orders")
    driver.press()
    driver.wait_until(lambda: driver.wizard.strip.text, "what went wrong")
    assert "broke off" in driver.wizard.strip.text
    driver.settle()
    driver.press_button("tryAgain")
    driver.wait_for_step(Step.PAY)
    driver.settle()
    assert desk.kept().stage is Stage.TO_PAY
