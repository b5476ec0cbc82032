"""A cell as the text that was meant."""

import html
import re

_AS_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)


def text_of(cell: str) -> str:
    """A cell as text: without the apostrophe or the formula by which a sheet keeps it text."""
    if not cell:
        return cell
    if cell[0] in "='":
        as_text = _AS_TEXT.match(cell)
        cell = as_text[1] if as_text else cell.removeprefix("'")
    if "&" in cell and ";" in cell:
        cell = html.unescape(cell)
    return cell.strip()
