"""A service's links, as recorded: `Imagelarge` with a small l."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from desktop_app.parcel2go.wire.base import Loose, Objects, WireModel, Word


class WireLinks(WireModel):
    """Addresses of pictures and pages."""

    image_small: Loose = ""
    imagelarge: Loose = ""
    image_svg: Loose = ""
    courier: Loose = ""
    service: Loose = ""


def _object(value: object) -> object:
    return value if isinstance(value, dict) else {}


class WireServicePages(WireModel):
    """What a service links to."""

    slug: Word
    links: Annotated[WireLinks, BeforeValidator(_object)] = Field(default_factory=WireLinks)
    collection_countries: Objects = ()
    tags: Objects = ()
