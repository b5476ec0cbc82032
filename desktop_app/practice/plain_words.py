"""Words that the PDFs' standard fonts can show, whatever script they came in."""

import unicodedata

# These have no decomposition that Unicode knows of.
SPELT_OUT = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T"}
)


def printable(text: str) -> str:
    """Return `text` with accents dropped where needed and `?` for what remains unknown."""
    kept = "".join(_letter(letter) for letter in text.translate(SPELT_OUT))
    return " ".join(kept.split())


def _letter(letter: str) -> str:
    if _in_font(letter):
        return letter if letter.isprintable() else " "
    plain = unicodedata.normalize("NFKD", letter).encode("cp1252", "ignore").decode("cp1252")
    marks = unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn"}
    return plain or ("" if marks else "?")


def _in_font(letter: str) -> bool:
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
