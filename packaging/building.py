"""`python3 tasks.py build`: freezes Postroom for this system, makes its installer, and tries both.

The folder goes to dist/postroom, what is handed out to dist/release.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import tasks
from bill import bill_of_materials, notices, shipped, write_sums
from icons import write_icons
from product import ROOT, product
from smoke import smoke

WORK = ROOT / "build" / "pyinstaller"
FROZEN = ROOT / "dist" / "postroom"
RELEASE = ROOT / "dist" / "release"
_MEGABYTE = 1_000_000


def freeze() -> Path:
    """The program with everything it needs, in a folder of its own."""
    write_icons(WORK)
    spec = ROOT / "packaging" / "pyinstaller" / "postroom.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(WORK / "work")]
    subprocess.run([*command, *places, str(spec)], cwd=ROOT, check=True)
    if sys.platform == "linux":
        _strip(FROZEN)
    parts = shipped()
    (FROZEN / "THIRD-PARTY-NOTICES.txt").write_text(notices(parts), "utf-8")
    RELEASE.mkdir(parents=True, exist_ok=True)
    bill = json.dumps(bill_of_materials(product(), parts), indent=2)
    (RELEASE / "postroom.cdx.json").write_text(bill + "\n", "utf-8")
    return FROZEN


def _strip(folder: Path) -> None:
    """Takes the debugger's tables out of the libraries: 30 MB that nobody reads."""
    if not shutil.which("strip"):
        tasks.say("binutils is missing: the libraries keep their debugger's tables.")
        return
    libraries = [str(path) for path in folder.rglob("*.so*") if path.is_file()]
    subprocess.run(["strip", "--strip-debug", *libraries], check=True)


def size_of(path: Path) -> float:
    """Megabytes of a file, or of all in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return (
        sum(it.stat().st_size for it in files if it.is_file() and not it.is_symlink()) / _MEGABYTE
    )


def try_program(program: str | Path) -> list[str]:
    """Its self-test, where nobody sees the window and, on Linux, on a screen as well."""
    wrong = smoke([program], {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else {})
    if sys.platform == "linux":
        with tasks.virtual_display() as display:
            wrong += smoke([program], display)
    return wrong


def make_debian_package() -> Path:
    """The .deb in dist/release."""
    from linux.deb import make_deb  # noqa: PLC0415 - on Linux alone

    rows = [line.split() for line in tasks.LIBRARIES.strip().splitlines()]
    return make_deb(FROZEN, WORK, product(), {row[1] for row in rows}, RELEASE)


def try_debian_package(package: Path) -> list[str]:
    """Installs it, tries the installed program, removes it, and looks for what was left."""
    if os.geteuid() != 0:
        return ["Only root can install the package to try it."]
    apt = ["apt-get", "-y", "-qq", "--no-install-recommends"]
    subprocess.run([*apt, "install", str(package)], check=True, stdout=subprocess.DEVNULL)
    try:
        wrong = try_program("/usr/bin/postroom")
    finally:
        purge = [*apt, "purge", "postroom"]
        subprocess.run(purge, check=True, stdout=subprocess.DEVNULL)
    places = ("/usr/bin/postroom", "/usr/lib/postroom", "/usr/share/doc/postroom")
    return wrong + [
        f"{place} is left after the removal." for place in places if Path(place).exists()
    ]


def main(arguments: Sequence[str]) -> int:
    """0 when what was asked for is built and works, else 1 with what is wrong."""
    parser = argparse.ArgumentParser(prog="tasks.py build", description=__doc__)
    parser.add_argument("--deb", action="store_true", help="also make Debian's package")
    parser.add_argument("--smoke", action="store_true", help="run what was built, installed too")
    wanted = parser.parse_args(arguments)
    begun = time.monotonic()
    tasks.say("Freezing …")
    freeze()
    tasks.say(f"{FROZEN}: {size_of(FROZEN):.0f} MB after {time.monotonic() - begun:.0f} s")
    wrong = try_program(FROZEN / "postroom") if wanted.smoke else []
    if wanted.deb:
        package = make_debian_package()
        tasks.say(f"{package}: {size_of(package):.0f} MB after {time.monotonic() - begun:.0f} s")
        wrong += try_debian_package(package) if wanted.smoke else []
    handed_out = sorted(path for path in RELEASE.iterdir() if path.name != "SHA256SUMS")
    write_sums(handed_out, RELEASE / "SHA256SUMS")
    for sentence in wrong:
        tasks.say(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
