"""The order files that are known at sight."""

from collections.abc import Sequence

from desktop_app.shops.files.headers import plain
from desktop_app.shops.files.known import (
    amazon,
    click_and_drop,
    ebay,
    etsy,
    own,
    shopify,
    tiktok,
    woocommerce,
)
from desktop_app.shops.files.layout import Layout

OTHER = Layout(platform="other", name="Other", signs=())
LAYOUTS = (
    *ebay.LAYOUTS,
    *etsy.LAYOUTS,
    *amazon.LAYOUTS,
    *shopify.LAYOUTS,
    *woocommerce.LAYOUTS,
    *tiktok.LAYOUTS,
    *click_and_drop.LAYOUTS,
    *own.LAYOUTS,
)


def layout_of(cells: Sequence[str]) -> Layout:
    """The layout that a header row is of, the one with the most in common; else OTHER."""
    headers = frozenset(plain(cell) for cell in cells)
    best = max(LAYOUTS, key=lambda one: one.likeness(headers))
    return best if best.likeness(headers) else OTHER
