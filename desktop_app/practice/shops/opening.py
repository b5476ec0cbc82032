"""Each practice shop by its name."""

from desktop_app.practice.shops import centra, epages, geins
from desktop_app.practice.shops.server import PracticeShop, ShopServer


def shop_server(name: str, port: int = 0) -> ShopServer:
    """Return a server of `epages`, `geins` or `centra`, not started yet."""
    make: type[PracticeShop]
    make, root = {
        "epages": (epages.EpagesPractice, epages.ROOT),
        "geins": (geins.GeinsPractice, geins.ROOT),
        "centra": (centra.CentraPractice, centra.ROOT),
    }[name]
    return ShopServer(make(), root, port)
