"""A progress that notes what it is told; pauses are noted and not waited for."""

from desktop_app.domain.errors import Cancelled


class Listening:
    """Fills `Progress`; `stop_at`: the user stops it once so many texts were told."""

    def __init__(self, stop_at: int = 0) -> None:
        self.told: list[str] = []
        self.waited: list[float] = []
        self._stop_at = stop_at

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        self.told.append(f"{text} {done}/{total}" if total else text)

    def check(self) -> None:
        if self._stop_at and len(self.told) >= self._stop_at:
            raise Cancelled

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.check()
