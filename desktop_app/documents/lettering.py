"""The letters of Postroom's own papers, and what stands for a letter that they do not have."""

import threading
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

# Covers the Latin, Greek, Cyrillic, Armenian and Georgian scripts (`resources/fonts`).
_FILES = {False: "DejaVuSansCondensed.ttf", True: "DejaVuSansCondensed-Bold.ttf"}
# Comes with reportlab; Western European letters only.
_WITHOUT = {False: "Vera.ttf", True: "VeraBd.ttf"}
_RIGHT_TO_LEFT = {"R", "AL"}
_UNSEEN = {"Cc", "Cf", "Mn", "Me"}
_LONGEST = 2000
_one_at_a_time = threading.Lock()


class Lettering:
    """Both fonts, regular and bold, read when they are first drawn with.

    `folder` None, or one without the fonts in it: letters of Western Europe only.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._fonts: dict[bool, TTFont] = {}

    def name(self, *, bold: bool = False) -> str:
        """What reportlab knows the font by."""
        return str(self._font(bold).fontName)

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide words are that `shown` has passed, in points."""
        return float(self._font(bold).stringWidth(words, size))

    def shown(self, text: str) -> str:
        """The text as it can be drawn, its spaces evened out.

        A letter without its own drawing is shown without its accent, else as a box: so are
        scripts that run from right to left, which would come out in the wrong order.
        """
        kept = "".join(map(self._letter, unicodedata.normalize("NFC", text[:_LONGEST])))
        return " ".join(kept.split())

    def lines(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """The text in lines no wider than `width`; at least one, and words broken only where a
        line cannot hold them. Line breaks in the text are kept."""
        found: list[str] = []
        for paragraph in text[:_LONGEST].split("\n"):
            found += self._wrapped(self.shown(paragraph), size, width, bold) or [""]
        return found

    def _wrapped(self, words: str, size: float, width: float, bold: bool) -> list[str]:
        found: list[str] = []
        line = ""
        for word in words.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer, size, bold=bold) <= width:
                line = longer
                continue
            found += [line] if line else []
            *whole, line = self._broken(word, size, width, bold)
            found += whole
        return [*found, line] if line else found

    def _broken(self, word: str, size: float, width: float, bold: bool) -> list[str]:
        pieces, piece, taken = [], "", 0.0
        for letter in word:
            more = self.width(letter, size, bold=bold)
            if piece and taken + more > width:
                pieces.append(piece)
                piece, taken = "", 0.0
            piece, taken = piece + letter, taken + more
        return [*pieces, piece]

    def _letter(self, letter: str) -> str:
        if letter.isspace():
            return " "
        kind = unicodedata.category(letter)
        if (kind in _UNSEEN and not self._has(letter)) or kind in {"Cc", "Cf"}:
            return ""
        if self._has(letter):
            return letter
        plain = unicodedata.normalize("NFKD", letter)
        plain = "".join(part for part in plain if not unicodedata.combining(part))
        if plain and all(map(self._has, plain)):
            return plain
        return "□" if self._has("□") else "?"

    def _has(self, letter: str) -> bool:
        if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
            return False
        code = ord(letter)
        return all(code in self._font(bold).face.charToGlyph for bold in (False, True))

    def _font(self, bold: bool) -> "TTFont":
        with _one_at_a_time:
            if bold not in self._fonts:
                self._fonts[bold] = _registered(self._folder, bold)
            return self._fonts[bold]


def _registered(folder: Path | None, bold: bool) -> "TTFont":
    """The first of the fonts that is there; known to reportlab once, since it is global there."""
    from reportlab.pdfbase.pdfmetrics import (  # noqa: PLC0415 - 80 ms, when drawing
        getFont,
        getRegisteredFontNames,
        registerFont,
    )
    from reportlab.pdfbase.ttfonts import TTFError, TTFont  # noqa: PLC0415 - as above

    name = _FILES[bold]
    if folder is not None and name not in getRegisteredFontNames():
        with suppress(TTFError, OSError):
            registerFont(TTFont(name, str(folder / name)))
    if folder is None or name not in getRegisteredFontNames():
        name = _WITHOUT[bold]
        registerFont(TTFont(name, name))
    return getFont(name)
