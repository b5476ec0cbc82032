"""What the self-test asks of the machine and of the files that are shipped."""

import secrets

import zxingcpp
from PIL import Image
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QFontDatabase

from desktop_app.domain.errors import KeyVaultError
from desktop_app.self_test.steps import Wrong
from desktop_app.services.ports import Papers, Secrets
from desktop_app.system.resources import resources_folder
from desktop_app.ui.theme.fonts import TypeScale
from desktop_app.ui.theme.icons import pixmap
from desktop_app.ui.theme.style_sheet import style_sheet
from desktop_app.ui.theme.tokens import load_tokens
from desktop_app.ui.translation import languages, translations_folder

_LABEL_PRINTER_DPI = 203
_ICON = 32
_THEMES = ("light", "dark")
_ENTRY = "self-test"


def load_resources(parent: QObject) -> str:
    """Every icon drawn, every theme dressed, fonts and translations read; how many there were.

    Raises Wrong naming the first that is not whole.
    """
    folder = resources_folder()
    icons = sorted(path.stem for path in (folder / "icons").glob("*.svg"))
    fonts = sorted((folder / "fonts").glob("*.ttf"))
    if not (icons and fonts):
        raise Wrong(f"There are {len(icons)} icons and {len(fonts)} fonts in the program's folder.")
    for name in icons:
        if _is_empty(name):
            raise Wrong(f"The icon {name} draws nothing.")
    for name in _THEMES:
        style_sheet(load_tokens(name), TypeScale(note=12, body=13, section=15, title=20))
    for path in fonts:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise Wrong(f"The font {path.name} cannot be read.")
    for code in languages():
        if not QTranslator(parent).load(f"postroom_{code}.qm", str(translations_folder())):
            raise Wrong(f"The translation {code} cannot be read.")
    return f"{len(icons)} icons, {len(fonts)} fonts, {len(languages())} translations"


def _is_empty(icon: str) -> bool:
    drawn = pixmap(icon, "#000000", _ICON, _ICON).toImage()
    places = ((x, y) for x in range(_ICON) for y in range(_ICON))
    return not any(drawn.pixelColor(x, y).alpha() for x, y in places)


def barcodes_of(pdf: bytes, papers: Papers) -> set[str]:
    """What a scanner reads on the pages, printed as finely as a label printer does."""
    found: set[str] = set()
    for page in papers.pictures(pdf, _LABEL_PRINTER_DPI):
        image = Image.frombytes("RGBA", (page.width, page.height), page.pixels).convert("L")
        found |= {code.text for code in zxingcpp.read_barcodes(image)}
    return found


def try_key_vault(vault: Secrets) -> str:
    """Writes, reads and removes an entry of its own; "" or why this machine has no vault.

    Raises Wrong when what was kept comes back as something else.
    """
    secret = secrets.token_urlsafe(32)
    try:
        vault.put(_ENTRY, secret)
        kept = vault.get(_ENTRY)
        vault.forget(_ENTRY)
    except KeyVaultError as failure:
        return failure.message
    if kept != secret:
        raise Wrong("The key vault gave back something else than it was given.")
    return ""
