"""Gathers the window's words into Qt's translation files, and compiles what is translated."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


def translate(codes: Sequence[str], folder: Path = FOLDER) -> int:
    """Brings every translation up to the code, and begins those of new languages; the exit code."""
    for code in codes:
        if not _CODE.fullmatch(code):
            return _told(f"{code!r} is no language. Write its code, such as de or pt_BR.")
    files = sorted({*folder.glob("postroom_*.ts"), *(folder / f"postroom_{it}.ts" for it in codes)})
    if not files:
        return _told("There is no translation yet. Begin one: python3 tasks.py translate de")
    return gather_words(files)


def gather_words(files: Sequence[Path], tools: Path = TOOLS) -> int:
    """Brings Qt's translation files up to the code, and compiles them beside it; the exit code."""
    ending = ".exe" if sys.platform == "win32" else ""
    update, compile_ = (tools / f"pyside6-l{name}{ending}" for name in ("update", "release"))
    if not (update.exists() and compile_.exists()):
        return _told("Qt's lupdate is missing. It comes with PySide6: remove .venv, try again.")
    files[0].parent.mkdir(parents=True, exist_ok=True)
    how = ["-extensions", "py", "-locations", "none"]
    updating: list[str | Path] = [update, *how, "desktop_app/ui", "-ts", *files]
    for command in (updating, [compile_, *files]):
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


def _told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(translate(sys.argv[1:]))
