"""What can be written behind `postroom`, as one typed value."""

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.cli.shop_arguments import ShopArguments, shop_arguments, shops_options
from desktop_app.domain.again import Again
from desktop_app.domain.paper import LabelPaper, PrintOrder


@dataclass(frozen=True)
class Arguments:
    """The command line as it was understood; `command` "" opens the window."""

    command: str = ""
    data_dir: Path | None = None
    account: str = ""
    api_url: str = ""
    client_id: str = ""
    json: bool = False
    tour: Path | None = None
    open: Path | None = None
    close: bool = False
    file: str = ""
    files: tuple[str, ...] = ()
    shipment: str = ""
    service: str = "cheapest"
    pay: str = "no"
    label: LabelPaper = LabelPaper.A4
    out: Path | None = None
    wait: float = 600.0
    over_limit: bool = False
    duplicates: bool = False
    dry_run: bool = False
    one_file: bool = False
    order: PrintOrder = PrintOrder.LIST
    slips: bool = False
    lists: bool = False
    go_on: bool = False
    month: str = ""
    again: Again = Again.SKIP
    rates: tuple[str, ...] = ()
    undo: bool = False
    what: str = "draft"
    shops: ShopArguments = field(default_factory=ShopArguments)
    shop: str = ""
    port: int = 0
    state: Path | None = None
    any_port: bool = False
    until_stdin_closes: bool = False


def parse(argv: list[str]) -> Arguments:
    """Reads the command line; leaves with code 2 and a sentence when it makes no sense."""
    shared = _shared_options()
    parser = argparse.ArgumentParser(
        prog="postroom",
        description="Sends parcels through Parcel2Go. Without a command the window opens.",
        parents=[shared],
    )
    parser.add_argument("--tour", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("--open", type=Path, metavar="FILE", help="open the window on a draft file")
    parser.add_argument("--close", action="store_true", help="ask the open window to close")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_commands(commands, shared)
    found: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in vars(parser.parse_args(argv)).items()
        if value is not None
    }
    return Arguments(**shop_arguments(found))


def _shared_options() -> argparse.ArgumentParser:
    """Options that may stand before or behind the command, so none of them has a default."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where drafts, labels and settings are kept"
    )
    shared.add_argument("--account", choices=("practice", "sandbox", "live"), help="which account")
    shared.add_argument("--api-url", metavar="URL", help="an account by its address, for this run")
    shared.add_argument(
        "--client-id",
        metavar="ID",
        help="its client id; the secret stands in POSTROOM_CLIENT_SECRET",
    )
    shared.add_argument("--json", action="store_true", help="one JSON value on stdout")
    return shared


def _add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[shared])

    add("self-test", "Books a practice parcel and writes its labels, to see that all works.")
    schema = add("schema", "Prints the JSON Schema of the draft file, or of what import prints.")
    schema.add_argument("what", nargs="?", choices=("draft", "import"), help="draft (default)")
    _practice_options(add("practice", "Runs the practice service alone."))
    _file_option(add("quote", "Prints the prices for a draft file."))
    book = add("book", "Orders a draft file, pays it and writes its labels.")
    _file_option(book)
    book.add_argument(
        "--service", metavar="SLUG", help="a service's slug, “cheapest” (default) or “fastest”"
    )
    _pay_options(book, default="no")
    _label_options(book)
    _day_options(add("book-all", "Books many drafts in one go and pays them from PrePay."))
    pay = add("pay", "Pays an order that was made before.")
    pay.add_argument("shipment", metavar="ID")
    _pay_options(pay, default="prepay")
    labels = add("labels", "Writes the labels of a paid shipment again.")
    labels.add_argument("shipment", metavar="ID")
    _label_options(labels)
    _ledger_options(add("ledger", "Adds up what was spent, and writes it for an accountant."))
    _import_options(add("import", "Makes drafts of the orders in order files."))
    shops_options(add("shops", "Orders from ePages, Geins and Centra, and news to them."), shared)
    add("settle", "Finds out what became of payments whose answer was lost.")


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="*", help="CSV, TSV, TXT, XLSX or ODS, from any marketplace"
    )
    parser.add_argument(
        "--again",
        type=Again,
        choices=list(Again),
        help="orders that are here already: skip (default), update their drafts, or make new ones",
    )
    parser.add_argument(
        "--rate",
        dest="rates",
        action="append",
        metavar="EUR=0.86",
        help="pounds for one of another currency; without it such values stay empty",
    )
    flags = {
        "--dry-run": "reads the files and makes no drafts",
        "--undo": "takes the last import back",
    }
    for name, text in flags.items():
        parser.add_argument(name, action="store_true", default=None, help=text)


def _ledger_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="writes every entry: a name ending in .csv or .xlsx",
    )
    parser.add_argument("--month", metavar="YYYY-MM", help="only that month, such as 2026-11")


def _practice_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, metavar="N", help="0 (default) takes a free one")
    parser.add_argument(
        "--shop",
        choices=("epages", "geins", "centra"),
        help="a practice shop in place of Parcel2Go",
    )
    parser.add_argument("--state", type=Path, metavar="FILE", help="keeps its books in a file")
    parser.add_argument(
        "--any-port", action="store_true", default=None, help="takes another port if N is taken"
    )
    parser.add_argument(
        "--until-stdin-closes", action="store_true", default=None, help=argparse.SUPPRESS
    )


def _file_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a draft file, or - for stdin")


def _pay_options(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--pay",
        choices=("prepay", "link", "no"),
        default=default,
        help=f"how it is paid (default {default})",
    )
    _limit_option(parser)
    parser.add_argument(
        "--wait", type=float, metavar="SECONDS", help="how long to wait for a payment by link"
    )


def _day_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="draft files; without any, all kept drafts",
    )
    flags = {
        "--dry-run": "prices and checks them, and buys nothing",
        "--duplicates": "buys also what is probably bought already",
        "--one-file": "writes all labels as one PDF, to be printed as one job",
        "--slips": "puts a packing slip behind the labels of each parcel; with --one-file",
        "--lists": "writes an end-of-day list to sign for each courier",
    }
    for name, text in flags.items():
        parser.add_argument(name, action="store_true", default=None, help=text)
    parser.add_argument(
        "--order",
        type=PrintOrder,
        choices=list(PrintOrder),
        help="list (default), courier, sku or recipient; with --one-file",
    )
    parser.add_argument(
        "--continue",
        dest="go_on",
        action="store_true",
        default=None,
        help="goes on with the day that was cut short",
    )
    _limit_option(parser)
    _label_options(parser)


def _limit_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--over-limit",
        action="store_true",
        default=None,
        help="pays even if that passes a spending limit in the settings",
    )


def _label_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--label", type=LabelPaper, choices=list(LabelPaper), help="a4 (default), 4x6 or a4-4x6"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where labels are written")
