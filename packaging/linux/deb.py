"""Debian's package, from the frozen folder: the program, its menu entry, icons and metadata."""

import gzip
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from icons import LINUX
from product import APPLICATION_ID, NAME, ROOT, Product

HERE = Path(__file__).resolve().parent
PACKAGE = NAME.lower()
_CONTROL = """\
Package: {package}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager, xdg-utils
Maintainer: {publisher} <postroom@example.com>
Description: {description}
 Prices of every courier, extras, customs, payment and labels on A4 or 4x6; orders come in from
 files and shops, and a whole day is booked at once.
"""


def make_deb(
    frozen: Path, icons: Path, product: Product, depends: Iterable[str], target: Path
) -> Path:
    """The package in the folder `target`; `frozen` is the program's folder, `depends` by name."""
    tree = target / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / "usr" / "lib" / PACKAGE, symlinks=True)
    program = tree / "usr" / "bin" / PACKAGE
    program.parent.mkdir()
    program.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    _share(tree / "usr" / "share", icons, product)
    architecture = _output("dpkg", "--print-architecture")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file())
    control.write_text(
        _CONTROL.format(
            package=PACKAGE,
            version=product.version,
            architecture=architecture,
            kilobytes=size // 1024,
            depends=", ".join(sorted(depends)),
            publisher=product.publisher,
            description=product.description.rstrip("."),
        ),
        "utf-8",
    )
    made = target / f"{PACKAGE}_{product.version}_{architecture}.deb"
    _output("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made))
    shutil.rmtree(tree)
    return made


def _share(share: Path, icons: Path, product: Product) -> None:
    for side in LINUX:
        folder = share / "icons" / "hicolor" / f"{side}x{side}" / "apps"
        folder.mkdir(parents=True)
        shutil.copyfile(icons / f"postroom-{side}.png", folder / f"{APPLICATION_ID}.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    drawing = ROOT / "resources" / "icons" / "postroom.svg"
    shutil.copyfile(drawing, scalable / f"{APPLICATION_ID}.svg")
    (share / "applications").mkdir()
    entry = f"{APPLICATION_ID}.desktop"
    shutil.copyfile(HERE / entry, share / "applications" / entry)
    (share / "metainfo").mkdir()
    words = (HERE / f"{APPLICATION_ID}.metainfo.xml").read_text("utf-8")
    today = datetime.now(UTC).date().isoformat()
    words = words.replace("@VERSION@", product.version).replace("@DATE@", today)
    (share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").write_text(words, "utf-8")
    papers = share / "doc" / PACKAGE
    papers.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", papers / "copyright")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (papers / "changelog.gz").write_bytes(changes)


def _output(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()
