"""Words too long for a line, made such that a line can end within them."""

import re

_LONGEST = 24
_PIECE = 8
_MAY_BREAK = "\u200b"
_TOO_LONG = re.compile(rf"\S{{{_LONGEST + 1},}}")


def breakable(text: str) -> str:
    """The same words to the eye; a word of more than 24 letters may end a line every 8 letters.

    For showing only: the places to break are characters without any width.
    """
    return _TOO_LONG.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    letters = word.group()
    pieces = (letters[at : at + _PIECE] for at in range(0, len(letters), _PIECE))
    return _MAY_BREAK.join(pieces)
