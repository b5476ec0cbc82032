"""The report of an error that nobody expected: for the user to copy, so without personal data."""

import errno
import traceback
from collections.abc import Iterator, Mapping
from pathlib import PurePath, PureWindowsPath

from desktop_app.system.redaction import redact

DEEPEST_FRAMES = 30  # an endless recursion would fill pages
PACKAGE = "desktop_app"
LIBRARIES = "site-packages"


def crash_report(error: BaseException, versions: Mapping[str, str]) -> str:
    """Versions, then each error of the chain with its place in the code.

    Values are never shown: an error's own words may hold a name or an address, so only its kind
    is told, and for the system's errors their code.
    """
    lines = [f"{name} {version}" for name, version in versions.items()]
    for link in _chain(error):
        lines += ["", _kind(link), *_places(link)]
    return redact("\n".join(lines)) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what led to it, each once."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError) and error.errno:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__, limit=-DEEPEST_FRAMES)
    return [f"  {short_path(f.filename)}:{f.lineno} in {f.name}: {f.line}" for f in frames]


def short_path(path: str) -> str:
    """A source file's path without the folders above the program, which may name a person."""
    parts = (PureWindowsPath(path) if "\\" in path else PurePath(path)).parts
    for place in reversed(range(len(parts))):
        if parts[place] == PACKAGE:
            return "/".join(parts[place:])
        if parts[place] == LIBRARIES:
            return "/".join(parts[place + 1 :])
    return "/".join(parts[-1:])
