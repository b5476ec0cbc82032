"""What can be written behind `postroom shops`."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.again import Again

PLATFORMS = ("epages", "geins", "centra")
_PREFIX = "shops_"


@dataclass(frozen=True)
class ShopArguments:
    """The words and options of a shops command; `action` "" is `list`.

    `shop` is a connected shop's name; with `platform` and `url` it is one for this run instead.
    """

    action: str = ""
    shop: str = ""
    platform: str = ""
    url: str = ""
    user: str = ""
    name: str = ""
    order: str = ""
    changed: bool = False
    drafts: bool = False
    again: str = Again.SKIP
    rates: tuple[str, ...] = ()
    draft: str = ""
    details: str = ""
    cart: str = ""
    cart_token: str = ""
    shipment: str = ""
    numbers: tuple[str, ...] = ()
    tracking_url: str = ""
    carrier: str = ""
    carrier_service: str = ""
    send_email: bool | None = None
    capture: bool = False
    agree: bool = False
    out: str = ""
    marketplace: str = ""
    files: tuple[str, ...] = ()


def shop_arguments(found: Mapping[str, Any]) -> dict[str, Any]:
    """The parsed options with those of shops gathered under `shops`."""
    own = {
        name.removeprefix(_PREFIX): value
        for name, value in found.items()
        if name.startswith(_PREFIX)
    }
    others = {name: value for name, value in found.items() if not name.startswith(_PREFIX)}
    return {**others, "shops": ShopArguments(**own)} if own else others


def shops_options(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Adds `list`, `connect`, `check`, `orders`, `create`, `despatch`, `outbox`, `disconnect`."""
    actions = parser.add_subparsers(dest="shops_action", metavar="ACTION")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=text, description=text, parents=[shared])

    add("list", "Lists the connected shops (default).")
    connect = add("connect", "Checks a shop's keys and keeps them in the key vault.")
    connect.add_argument("shops_platform", metavar="PLATFORM", choices=PLATFORMS)
    connect.add_argument("shops_url", metavar="URL", nargs="?", help="where its API begins")
    _user_option(connect)
    _option(connect, "--name", "how it is called here")
    _shop_options(add("check", "Reads something small, to see that the keys are right."))
    orders = add("orders", "Prints the orders that are ready to send.")
    _shop_options(orders)
    _option(orders, "--order", "only this order or shipment, by the shop's own id")
    _flag(orders, "--changed", "only what has changed since the last time")
    _flag(orders, "--drafts", "makes drafts of them")
    orders.add_argument(
        "--again",
        dest="shops_again",
        choices=[one.value for one in Again],
        help="with --drafts, orders that are here already: skip (default), update, or make new",
    )
    orders.add_argument(
        "--rate",
        dest="shops_rates",
        metavar="EUR=0.86",
        action="append",
        help="with --drafts, pounds for one of a currency; without it such amounts stay empty",
    )
    _create_options(add("create", "Enters a new order in the shop."))
    _despatch_options(add("despatch", "Tells a shop that a parcel is on its way, once."))
    add("outbox", "Lists what shops were told, and what was not sent and why.")
    gone = add("disconnect", "Forgets a shop and its keys.")
    gone.add_argument("shops_shop", metavar="SHOP")
    _upload_options(add("upload-file", "Writes the file that a marketplace takes for despatch."))


def _shop_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shops_shop", metavar="SHOP", nargs="?", help="its name, or its platform if there is one"
    )
    _for_this_run(parser)


def _for_this_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--platform", dest="shops_platform", choices=PLATFORMS, help="a shop for this run alone"
    )
    _option(parser, "--url", "where its API begins")
    _user_option(parser)


def _user_option(parser: argparse.ArgumentParser) -> None:
    _option(
        parser,
        "--user",
        "Geins' API user; secrets stand in POSTROOM_SHOP_SECRET and POSTROOM_SHOP_API_KEY",
    )


def _create_options(parser: argparse.ArgumentParser) -> None:
    _shop_options(parser)
    _option(parser, "--draft", "a draft file that the order is made of, or - for stdin")
    _option(parser, "--details", "a JSON file with the shop's own fields, which win, or -")
    _option(parser, "--cart", "ePages: the cart's id")
    _option(parser, "--cart-token", "ePages: the cart's token")


def _despatch_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shops_shipment", metavar="ID", nargs="?", help="a shipment that was sent with Postroom"
    )
    _option(parser, "--shop", "the shop, for a parcel that was sent in another way")
    _for_this_run(parser)
    _option(parser, "--order", "the order or shipment, by the shop's own id")
    parser.add_argument(
        "--tracking",
        dest="shops_numbers",
        metavar="NUMBER",
        action="append",
        help="may be repeated",
    )
    _option(parser, "--tracking-url", "where the parcel can be followed")
    _option(parser, "--carrier", "as the shop knows it")
    _option(parser, "--service", "as the shop knows it", "shops_carrier_service")
    parser.add_argument(
        "--email",
        dest="shops_send_email",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="whether the shop mails the customer",
    )
    _flag(parser, "--capture", "Centra: has the customer's payment taken")
    _flag(parser, "--agree", "agrees to what this sets off in the shop; needed once")


def _upload_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shops_marketplace", metavar="MARKETPLACE")
    parser.add_argument("shops_files", metavar="ID", nargs="+", help="shipments")
    parser.add_argument("--out", dest="shops_out", metavar="FILE", required=True)


def _option(parser: argparse.ArgumentParser, name: str, text: str, dest: str = "") -> None:
    own = dest or _PREFIX + name.lstrip("-").replace("-", "_")
    parser.add_argument(name, dest=own, metavar="TEXT", help=text)


def _flag(parser: argparse.ArgumentParser, name: str, text: str) -> None:
    own = _PREFIX + name.lstrip("-").replace("-", "_")
    parser.add_argument(name, dest=own, action="store_true", default=None, help=text)
