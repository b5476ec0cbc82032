"""Plain text out of the service's HTML: it is shown as text, never as HTML."""

from contextlib import suppress
from functools import lru_cache
from html.parser import HTMLParser

_BLOCKS = {"br", "p", "li", "ul", "ol", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"script", "style", "template"}


@lru_cache(maxsize=1024)
def plain_text(html: str) -> str:
    """The words, one line for each paragraph or list entry, without empty lines.

    Remembered: each list of quotes brings the same services' texts again.
    """
    reader = _Words()
    with suppress(AssertionError):  # what the parser makes of some broken declarations
        reader.feed(html)
        reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")
