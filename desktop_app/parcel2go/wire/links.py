"""Links: an object on orders, an array after paying (facts, pitfall 3)."""

from collections.abc import Iterator

from desktop_app.domain.order import Link
from desktop_app.parcel2go.wire.base import Loose, WireModel


class NamedLink(WireModel):
    """A link in an array."""

    name: Loose = ""
    link: Loose = ""
    url: Loose = ""


def links_in(sent: object) -> tuple[Link, ...]:
    """All links, in whichever form they stand there; what is no address is left out."""
    return tuple(Link(name=name, url=url) for name, url in _pairs(sent) if url.strip())


def _pairs(sent: object) -> Iterator[tuple[str, str]]:
    if isinstance(sent, dict):
        yield from ((str(name), url) for name, url in sent.items() if isinstance(url, str))
    elif isinstance(sent, list):
        links = (NamedLink.read(one) for one in sent if isinstance(one, dict))
        yield from ((link.name, link.link or link.url) for link in links)
