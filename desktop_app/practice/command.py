"""Runs the practice service alone, until it is told to stop."""

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.practice.state import State

TICK_S = 0.5


def run_practice(
    port: int = 0,
    state_file: Path | None = None,
    *,
    until_stdin_closes: bool = False,
    any_port_if_taken: bool = False,
) -> int:
    """Serve until Ctrl+C, SIGTERM or, if so asked, the end of standard input.

    The first line on stdout is JSON: `base_url`, `client_id`, `client_secret`. Returns 0, or 2
    when the port is taken or the state file cannot be used; the sentence is then on stderr.
    """
    from desktop_app.practice.server import PracticeServer  # noqa: PLC0415 — uvicorn is heavy
    from desktop_app.practice.state import State, StateFileError  # noqa: PLC0415 — as above

    try:
        state = State(state_file)
    except StateFileError as error:
        return _refuse(str(error))
    try:
        with _stop_asked(until_stdin_closes=until_stdin_closes) as stop:
            server = PracticeServer(state=state, port=port)
            try:
                server.start(any_port_if_taken=any_port_if_taken)
            except OSError:
                return _refuse(f"Port {port} is taken. Choose another one with --port, or 0.")
            _serve(server.base_url, state, stop)
            server.stop()
    finally:
        state.close()
    return 0


def run_practice_shop(name: str, port: int = 0, *, until_stdin_closes: bool = False) -> int:
    """Serve a practice shop (`epages`, `geins`, `centra`) until told to stop, as above.

    The first line on stdout is JSON: `base_url` and what opens the shop. Returns 0, or 2 when the
    port is taken.
    """
    from desktop_app.practice.shops.opening import shop_server  # noqa: PLC0415 — as above

    with _stop_asked(until_stdin_closes=until_stdin_closes) as stop:
        server = shop_server(name, port)
        try:
            server.start()
        except OSError:
            return _refuse(f"Port {port} is taken. Choose another one with --port, or 0.")
        print(json.dumps({"base_url": server.base_url, **server.shop.credentials}), flush=True)  # noqa: T201
        while not stop.wait(TICK_S):
            pass
        server.stop()
    return 0


def _serve(base_url: str, state: "State", stop: threading.Event) -> None:
    facts = {
        "base_url": base_url,
        "client_id": state.client_id,
        "client_secret": state.client_secret,
    }
    print(json.dumps(facts), flush=True)  # noqa: T201 — the command's answer
    # A wait without an end cannot be interrupted by Ctrl+C on Windows.
    while not stop.wait(TICK_S):
        pass


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 — the command's answer
    return 2


@contextmanager
def _stop_asked(*, until_stdin_closes: bool) -> Iterator[threading.Event]:
    """Give an event that is set when the command shall end; signals are put back afterwards."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {one: signal.signal(one, on_signal) for one in (signal.SIGINT, signal.SIGTERM)}
    if until_stdin_closes:
        threading.Thread(target=_await_end_of_input, args=(stop,), daemon=True).start()
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _await_end_of_input(stop: threading.Event) -> None:
    # Read past Python's own buffer: at its end Python would wait for the buffer's lock.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    stop.set()
