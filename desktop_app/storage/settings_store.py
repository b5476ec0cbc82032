"""Fills the SettingsStore port: one JSON file, read again when someone else has changed it."""

import threading
from pathlib import Path

from desktop_app.domain.disk_errors import disk_errors_told
from desktop_app.domain.settings import Settings
from desktop_app.storage.set_aside import set_aside
from desktop_app.storage.tolerant import UNKNOWN_CHOICE, UNKNOWN_FIELD, read_value
from desktop_app.system.whole_files import write_whole

_Seen = tuple[int, int, int]


class FileSettings:
    """The settings file; a damaged one is set aside and named, never silently replaced.

    Start-up waits for this: nothing heavy is imported here.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._seen: _Seen | None = None
        self._settings = Settings()
        self._notices: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the user must see about how the file was found."""
        return self._notices

    def load(self) -> Settings:
        """The settings as they are now; the defaults where there are none.

        Raises StorageError where the file is there and cannot be opened, or not be set aside.
        """
        with self._lock, disk_errors_told(self._path):
            self._catch_up()
            return self._settings

    def save(self, settings: Settings) -> None:
        """Writes them whole or not at all; raises DiskFull, FolderReadOnly or StorageError."""
        content = settings.model_dump_json(indent=2).encode() + b"\n"
        with self._lock, disk_errors_told(self._path):
            self._catch_up()  # a damaged file is set aside before anything takes its place
            write_whole(self._path, content)
            self._settings, self._seen = settings, self._look()

    def _catch_up(self) -> None:
        seen = self._look()
        if seen != self._seen:
            self._settings = self._read() if seen else Settings()
            self._seen = self._look()

    def _look(self) -> _Seen | None:
        """What changes with every write of the file; None while there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino)

    def _read(self) -> Settings:
        try:
            text = self._path.read_bytes()
            return read_value(Settings, text, UNKNOWN_FIELD | UNKNOWN_CHOICE)
        except ValueError:
            aside = set_aside(self._path)
        kept = f"They are kept as {aside.name} in {aside.parent}"
        self._notices += (f"The settings were damaged. {kept}, and new ones were begun.",)
        return Settings()
