"""The rest of `GET /api/services`: logos, pages, tags, and in which countries it collects."""

from desktop_app.domain.service_pages import ServicePages
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.reading import read_each, required_list
from desktop_app.parcel2go.wire.service_pages import WireServicePages


def service_pages(transport: Transport) -> tuple[ServicePages, ...]:
    """One for each active service."""
    answer = transport.answer(get("/api/services", "the services"))
    rows = read_each(WireServicePages, required_list(answer, "Results", "Services"), answer)
    return tuple(map(_pages, rows))


def _pages(wire: WireServicePages) -> ServicePages:
    links = wire.links
    return ServicePages(
        slug=wire.slug,
        logo_small=links.image_small, logo_large=links.imagelarge, logo_svg=links.image_svg,
        courier_page=links.courier, service_page=links.service,
        collects_in=_words(wire.collection_countries), tags=_words(wire.tags),
    )  # fmt: skip


def _words(sent: tuple[object, ...]) -> tuple[str, ...]:
    """Words, or objects that name a country by its code."""
    codes = (one.get("Iso3Code") if isinstance(one, dict) else one for one in sent)
    return tuple(code for code in codes if isinstance(code, str) and code)
