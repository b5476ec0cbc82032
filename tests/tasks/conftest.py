"""A checkout of one tiny package, so that tasks.py can really install it without a network."""

import base64
import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Pin = Callable[[str], str]


@pytest.fixture
def pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pin:
    """Makes a wheel of the package `crate`, findable by pip, and returns its line for a lock."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_REQUIRE_VIRTUALENV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return lambda version: pin_wheel(shelf, version)


def pin_wheel(shelf: Path, version: str) -> str:
    info = f"crate-{version}.dist-info"
    contents = {
        "crate.py": f'"""A crate."""\nVERSION = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: crate\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{name},sha256={digest(text)},{len(text)}" for name, text in contents.items()]
    contents[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,\n"])
    wheel = shelf / f"crate-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return f"crate=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def digest(text: str) -> str:
    """The hash of a file as wheels write it."""
    raw = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@pytest.fixture
def checkout(tmp_path: Path, pin: Pin) -> Path:
    """A folder with nothing but a lock."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "requirements.lock").write_text(pin("1.0"))
    return root
