"""`/content/images/{name}`: the couriers' logos that services link to, one colour each."""

import struct
import zlib

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import not_found
from desktop_app.practice.catalogue import SERVICES

SIZES = {"-small.png": (60, 30), "-large.png": (240, 120)}


async def image(request: Request) -> Response:
    """Answer a PNG or an SVG; anyone may ask."""
    name = request.path_params["name"].lower()
    for ending, size in SIZES.items():
        if name.endswith(ending) and _known(name.removesuffix(ending)):
            return Response(_png(_colour(name.removesuffix(ending)), size), media_type="image/png")
    slug = name.removesuffix(".svg")
    if name == slug or not _known(slug):
        return not_found()
    return Response(_svg(slug), media_type="image/svg+xml")


def _known(slug: str) -> bool:
    return any(service.courier.slug == slug for service in SERVICES)


def _colour(slug: str) -> bytes:
    return zlib.crc32(slug.encode()).to_bytes(4, "big")[:3]


def _svg(slug: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">'
        f'<rect width="240" height="120" fill="#{_colour(slug).hex()}"/></svg>'
    )


def _png(colour: bytes, size: tuple[int, int]) -> bytes:
    """Return a plain picture of 8 bits a channel, RGB."""
    width, height = size
    rows = (b"\0" + colour * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
