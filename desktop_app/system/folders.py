"""Where the user's things are kept: one data folder, and the places in it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The data folder and what lies in it; nothing is made before `make`."""

    data: Path

    @classmethod
    def at(cls, data_dir: Path | None = None) -> "Folders":
        """The folders under `data_dir`, or where the system keeps the data of programs.

        That is %LOCALAPPDATA%\\Postroom, ~/Library/Application Support/Postroom or
        ~/.local/share/Postroom.
        """
        if data_dir is not None:
            return cls(data_dir.expanduser().absolute())
        from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --data-dir

        return cls(user_data_path("Postroom", appauthor=False))

    @property
    def database(self) -> Path:
        """The file with drafts, orders and the attempt journal."""
        return self.data / "postroom.db"

    @property
    def settings(self) -> Path:
        """The file with what the user has set."""
        return self.data / "settings.json"

    @property
    def labels(self) -> Path:
        """The folder of the label files."""
        return self.data / "labels"

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "logs"

    def make(self) -> None:
        """Make the folders, for this user's eyes only; raises OSError where that is impossible."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (self.labels, self.logs):
            folder.mkdir(exist_ok=True)
