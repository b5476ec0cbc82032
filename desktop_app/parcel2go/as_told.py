"""An answer of no known form as plain lines, so that it can be shown as it is."""

from collections.abc import Iterator

from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.wire import exact_json

MOST_LINES = 60
_LONGEST_LINE = 200


def as_told(answer: Answer) -> str:
    """Each word or number of a JSON answer on its line, `Name: value`; of anything else its text.

    At most 60 lines of 200 letters, without HTML.
    """
    try:
        sent = exact_json.read(answer.content)
    except ValueError:
        sent = answer.content.decode("utf-8", "replace")
    return told_lines(sent)


def told_lines(sent: object) -> str:
    """The same of a part of an answer."""
    lines = []
    for line in _lines(sent, ""):
        lines.append(line[:_LONGEST_LINE])
        if len(lines) == MOST_LINES:
            break
    return "\n".join(lines)


def _lines(sent: object, name: str) -> Iterator[str]:
    """Walks without recursion: an answer may be nested as deep as it likes."""
    waiting = [(name, sent)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(str(key), part) for key, part in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(name, part) for part in reversed(value)]
        elif value is not None and (text := plain_text(str(value)[:4000])):
            words = " ".join(text.split())
            yield f"{name}: {words}" if name else words
