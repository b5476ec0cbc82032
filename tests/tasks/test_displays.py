"""A display counts only when it answers."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tasks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always one")


@pytest.fixture
def x_server() -> Iterator[str]:
    """The name of a display at which something listens, as X does on Linux."""
    number = 10_000 + os.getpid()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen()
        yield f":{number}"


def test_an_x_server_that_listens(x_server: str) -> None:
    assert tasks.has_display({"DISPLAY": x_server})
    assert tasks.has_display({"DISPLAY": f"unix{x_server}.0"})


def test_a_name_at_which_nobody_listens() -> None:
    assert not tasks.has_display({"DISPLAY": ":9999"})


def test_an_x_server_over_the_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        if number < 0:
            pytest.skip("the system gave a port below those of X")
        assert tasks.has_display({"DISPLAY": f"127.0.0.1:{number}.0"})
    assert not tasks.has_display({"DISPLAY": f"127.0.0.1:{number}.0"})


def test_wayland(tmp_path: Path) -> None:
    env = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}
    assert not tasks.has_display(env)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert tasks.has_display(env)


@pytest.mark.parametrize("display", ["", "nonsense", ":", ":x"])
def test_no_display(display: str) -> None:
    assert not tasks.has_display({"DISPLAY": display})


def test_a_window_nobody_would_see_is_none(x_server: str) -> None:
    assert not tasks.has_display({"DISPLAY": x_server, "QT_QPA_PLATFORM": "offscreen"})
