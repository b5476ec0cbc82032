"""The port that hears webhooks, from the practice service among others."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest

from desktop_app.domain.errors import InputError
from desktop_app.domain.webhook import MOST_BYTES
from desktop_app.listeners.loopback import Loopback
from desktop_app.listeners.webhooks import webhook_listener
from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from desktop_app.services.webhooks import Webhooks
from tests.fakes.memory_webhooks import MemoryWebhooks

SECRET = "whsec"


@dataclass
class Receiver:
    """Answers with these statuses in turn, the last one again and again."""

    statuses: list[int] = field(default_factory=lambda: [200])
    bodies: list[bytes] = field(default_factory=list)
    full: threading.Event = field(default_factory=threading.Event)

    def __call__(self, body: bytes) -> int:
        self.bodies.append(body)
        if len(self.statuses) == 1:
            self.full.set()
            return self.statuses[0]
        return self.statuses.pop(0)


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def listener(receiver: Receiver) -> Iterator[Loopback]:
    opened = webhook_listener(receiver, 0)
    yield opened
    opened.close()


def address(listener: Loopback) -> str:
    return f"http://127.0.0.1:{listener.port}/hooks/parcel2go"


def test_a_body_goes_to_the_receiver_and_its_status_back(
    listener: Loopback, receiver: Receiver
) -> None:
    receiver.statuses = [401, 200]
    statuses = [httpx.post(address(listener), content=b"{}").status_code for _ in range(2)]
    assert statuses == [401, 200]
    assert receiver.bodies == [b"{}", b"{}"]


def test_a_body_over_64_kib_never_reaches_it(listener: Loopback, receiver: Receiver) -> None:
    assert httpx.post(address(listener), content=b"x" * (MOST_BYTES + 1)).status_code == 413
    assert httpx.post(address(listener), content=b"x" * MOST_BYTES).status_code == 200
    assert [len(body) for body in receiver.bodies] == [MOST_BYTES]


def test_nothing_but_a_post_is_heard(listener: Loopback, receiver: Receiver) -> None:
    assert httpx.get(address(listener)).status_code == 405
    assert receiver.bodies == []


def test_a_taken_port_is_told(listener: Loopback, receiver: Receiver) -> None:
    with pytest.raises(InputError, match="used by another program"):
        webhook_listener(receiver, listener.port)


def test_it_listens_on_this_computer_alone(listener: Loopback) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with (
        pytest.raises((ConnectionRefusedError, TimeoutError)),
        socket.create_connection((own, listener.port), 2),
    ):
        pass


def test_practice_repeats_until_it_is_taken(receiver: Receiver, listener: Loopback) -> None:
    receiver.statuses = [503, 500, 200]
    with PracticeServer(settings=Settings(webhook_pauses=(0.0,) * 5)) as practice:
        site = practice.base_url
        wish = {"Url": address(listener), "Secret": SECRET}
        assert httpx.post(f"{site}/practice/webhooks", json=wish).status_code == 204
        httpx.post(f"{site}/practice/webhooks/send", json={"OrderLineId": "7"})
        assert receiver.full.wait(10)
        httpx.delete(f"{site}/practice/webhooks")
        assert httpx.post(f"{site}/practice/webhooks/send", json={}).status_code == 409
    assert len({json.loads(body)["Id"] for body in receiver.bodies}) == 1
    assert len(receiver.bodies) == 3


def test_practice_signs_what_postroom_believes(listener: Loopback, receiver: Receiver) -> None:
    inbox = MemoryWebhooks()

    class Now:
        def now(self) -> datetime:
            return datetime.now(UTC)

    with PracticeServer() as practice:
        site = practice.base_url
        httpx.post(f"{site}/practice/webhooks", json={"Url": address(listener), "Secret": SECRET})
        httpx.post(f"{site}/practice/webhooks/send", json={"Type": "Case", "OrderLineId": "7"})
        assert receiver.full.wait(10)
    taken = Webhooks(inbox, lambda: SECRET, Now(), "practice")
    assert [taken.receive(body) for body in receiver.bodies] == [200]
    assert taken.cases()[0].case_id == "12345"
    assert Webhooks(inbox, lambda: "other", Now(), "practice").receive(receiver.bodies[0]) == 401
