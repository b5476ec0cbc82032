"""The lock pins all that pyproject.toml asks for, by hash, and names no place to fetch it from."""

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT, imports, python_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
DEVELOPMENT: list[str] = PROJECT["dependency-groups"]["dev"]
ENTRY = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+))?")
HASH = re.compile(r" --hash=sha256:[0-9a-f]{64}\b")


def entries() -> list[str]:
    """Each pin with its hashes, as one line."""
    joined = LOCK.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def pins() -> dict[str, str]:
    found = (ENTRY.match(entry) for entry in entries())
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found if pin}


def test_it_names_no_address() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^\s*--(?!hash=)|@ file", LOCK, re.MULTILINE)


def test_every_entry_is_a_pin_with_hashes() -> None:
    assert [entry for entry in entries() if not ENTRY.match(entry) or not HASH.search(entry)] == []
    assert len(pins()) == len(entries())


def test_every_dependency_is_pinned_at_a_version_that_fits() -> None:
    wanted = map(Requirement, RUNTIME + DEVELOPMENT)
    unmet = [str(need) for need in wanted if not fits(need, pins())]
    assert unmet == [], "run `python3 tasks.py lock`"


def fits(need: Requirement, pinned: dict[str, str]) -> bool:
    version = pinned.get(canonicalize_name(need.name))
    return version is not None and need.specifier.contains(version, prereleases=True)


def test_what_is_missing_or_too_old_would_be_found() -> None:
    assert not fits(Requirement("postroom-of-others>=1"), pins())
    assert not fits(Requirement("httpx>=0.28"), {"httpx": "0.27.2"})


def test_all_that_is_imported_is_asked_for_by_name() -> None:
    """What another package happens to bring may be gone with its next release."""
    assert imported("desktop_app") - distributions(RUNTIME) == set()
    assert imported("tests", "packaging") - distributions(RUNTIME + DEVELOPMENT) == set()


def imported(*places: str) -> set[str]:
    """The names of the installed packages that the code at these places imports."""
    known = packages_distributions()
    tops = {name.partition(".")[0] for path in python_files(*places) for name in imports(path)}
    brought = (known.get(top, [])[:1] for top in tops - set(sys.stdlib_module_names))
    return {canonicalize_name(name) for names in brought for name in names if name != "postroom"}


def distributions(needs: Iterable[str]) -> set[str]:
    return {canonicalize_name(Requirement(need).name) for need in needs}
