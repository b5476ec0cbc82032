"""Runs the practice service beside the window, in a process of its own that ends with it."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from desktop_app.domain.errors import NoConnection
from desktop_app.services.ports import PracticeAddress

_LONGEST_START = 30.0
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


class PracticeChild:
    """Fills `PracticeService`. Its books are `practice.db` in the data folder.

    It asks for the port it had last time, so that links kept with orders still lead to it, and
    takes another one when that is gone. It ends when its stdin closes, so also in a crash.
    """

    def __init__(self, data_dir: Path) -> None:
        self._state = data_dir / "practice.db"
        self._port_file = data_dir / "practice.port"
        self._process: subprocess.Popen[bytes] | None = None
        self._address: PracticeAddress | None = None
        self._lock = threading.Lock()

    def start(self) -> PracticeAddress:
        """Starts it unless it runs; raises NoConnection when it does not come up."""
        with self._lock:
            if self._process and self._process.poll() is None and self._address:
                return self._address
            self._end()
            self._process = self._launch()
            self._address = self._read_address(self._process)
            self._remember_port(self._address)
            return self._address

    def stop(self) -> None:
        """Stops it, if it was started here."""
        with self._lock:
            self._end()

    def _launch(self) -> "subprocess.Popen[bytes]":
        environment = dict(os.environ)
        if not getattr(sys, "frozen", False):
            root = str(Path(__file__).resolve().parent.parent)
            environment["PYTHONPATH"] = os.pathsep.join(
                part for part in (root, environment.get("PYTHONPATH", "")) if part
            )
        try:
            return subprocess.Popen(  # noqa: S603 - our own program, no shell
                self._command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                creationflags=_NO_WINDOW,
            )
        except OSError as failure:
            raise NoConnection(_NOT_STARTED, may_have_arrived=False) from failure

    def _command(self) -> list[str]:
        frozen = getattr(sys, "frozen", False)
        program = [sys.executable] if frozen else [sys.executable, "-m", "desktop_app"]
        port = self._last_port()
        return [
            *program,
            "practice",
            *(("--port", str(port), "--any-port") if port else ()),
            "--state",
            str(self._state),
            "--until-stdin-closes",
        ]

    def _read_address(self, process: "subprocess.Popen[bytes]") -> PracticeAddress:
        """The first line, or NoConnection after half a minute of silence."""
        watchdog = threading.Timer(_LONGEST_START, process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            line = process.stdout.readline() if process.stdout else b""
            said = json.loads(line)
            return PracticeAddress(said["base_url"], said["client_id"], said["client_secret"])
        except (ValueError, KeyError, TypeError) as failure:
            self._end()
            raise NoConnection(_NOT_STARTED, may_have_arrived=False) from failure
        finally:
            watchdog.cancel()

    def _end(self) -> None:
        process, self._process, self._address = self._process, None, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            if process.stdin:
                process.stdin.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()

    def _last_port(self) -> int:
        try:
            port = int(self._port_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0
        return port if 1024 <= port <= 65535 else 0

    def _remember_port(self, address: PracticeAddress) -> None:
        with contextlib.suppress(OSError):
            self._port_file.write_text(address.base_url.rpartition(":")[2], encoding="ascii")


_NOT_STARTED = "The practice service did not start."
