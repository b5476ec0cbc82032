"""`postroom shops`: connects shops, reads their orders, enters new ones, tells of parcels."""

import os
from collections.abc import Callable
from typing import Any

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, exit_code
from desktop_app.cli.import_files import read_rate
from desktop_app.cli.input import read_details, read_file
from desktop_app.cli.output import Output, problems_of
from desktop_app.cli.shop_arguments import ShopArguments
from desktop_app.cli.shop_despatch import despatch, outbox, upload_file
from desktop_app.cli.shop_words import created_as_json, order_line, orders_as_json, shop_as_json
from desktop_app.domain.again import Again
from desktop_app.domain.errors import InputError, KeyVaultError, PostroomError
from desktop_app.domain.problem import error
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop import (
    NewShopOrder,
    Platform,
    ShopAccount,
    ShopOrders,
    ShopSecret,
    shop_account,
)
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress

SECRET_VARIABLE = "POSTROOM_SHOP_SECRET"  # noqa: S105 - the variable's name, not a secret
KEY_VARIABLE = "POSTROOM_SHOP_API_KEY"
_NOT_KEPT = f"Put it into the environment variable {SECRET_VARIABLE} for each command."
Action = Callable[[Office, ShopArguments, Output], dict[str, Any]]


def run_shops(office: Office, arguments: Arguments, output: Output) -> int:
    """Does one action; its JSON value has `problems`, empty when all went well."""
    wanted = arguments.shops
    try:
        said = _ACTIONS[wanted.action or "list"](office, wanted, output)
    except PostroomError as failure:
        output.failure(failure)
        output.result({"problems": problems_of(failure)})
        return exit_code(failure)
    output.result({**said, "problems": []})
    return DONE


def _list(office: Office, _wanted: ShopArguments, output: Output) -> dict[str, Any]:
    shops = office.shops.all
    for shop in shops:
        output.say(f"{shop.account.name}  {shop.account.base_url}")
    if not shops:
        output.say("No shop is connected.")
    return {"shops": [shop_as_json(shop.account) for shop in shops]}


def _connect(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    """Without a key vault the shop is kept, and its secret asked of each command."""
    account = _named_here(wanted)
    is_kept = True
    try:
        office.shops.connect(account, _secret())
    except KeyVaultError as failure:
        is_kept = False
        output.note(f"{failure.message} {_NOT_KEPT}")
    output.say(f"{account.name} is connected.")
    return {"shop": shop_as_json(account), "secret_kept": is_kept}


def _check(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    account = _shop(office, wanted)
    office.shops.shop(account.id).check()
    output.say(f"{account.name} answers, and takes the keys.")
    return {"shop": shop_as_json(account), "ok": True}


def _orders(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    account = _shop(office, wanted)
    progress = QuietProgress(output.note)
    if wanted.order:
        found = office.shops.order(account.id, wanted.order, progress)
    else:
        found = office.shops.orders_to_send(account.id, progress, changed_only=wanted.changed)
    for order in found.orders:
        output.say(order_line(order))
    for note in found.notes:
        output.note(f"{note.order_number}: {note.message}" if note.order_number else note.message)
    output.say(f"{len(found.orders)} to send, {len(found.left_out)} left out")
    drafts = _drafts(office, wanted, found) if wanted.drafts else {}
    return {"shop": shop_as_json(account), **orders_as_json(found), **drafts}


def _drafts(office: Office, wanted: ShopArguments, found: ShopOrders) -> dict[str, Any]:
    """Each order as a draft, linked to it, so that the shop can be told when it leaves."""
    rates = dict(read_rate(text) for text in wanted.rates)
    again = Again(wanted.again)
    made = office.shop_importing.bring_in(found.orders, again, QuietProgress(), rates=rates)
    drafts = [
        {"source_id": one.order.source_id, "shipment": one.shipment_id, "what": str(one.what)}
        for one in made.orders
    ]
    return {"drafts": drafts, "undo": made.batch_id}


def _create(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    account = _shop(office, wanted)
    details = read_details(wanted.details) if wanted.details else {}
    if wanted.cart or wanted.cart_token:
        details |= {"cartId": wanted.cart, "cartToken": wanted.cart_token}
    draft = read_file(wanted.draft) if wanted.draft else Shipment()
    made = office.shops.create_order(account.id, NewShopOrder(draft=draft, details=details))
    output.say(f"{account.name} has it as order {', '.join(made.numbers)}.")
    for note in made.notes:
        output.note(note)
    return {"shop": shop_as_json(account), **created_as_json(made)}


def _despatch(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    """A shipment's own shop is found by its order; its secret may be given here too."""
    if wanted.shop or wanted.url:
        return despatch(office, wanted, output, _shop(office, wanted))
    order = office.despatching.order_of(wanted.shipment) if wanted.shipment else None
    if order and _secret().secret:
        office.shops.lend(office.shops.named(order.shop_id).account, _secret())
    return despatch(office, wanted, output, None)


def _disconnect(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    account = office.shops.named(wanted.shop).account
    office.shops.disconnect(account.id)
    output.say(f"{account.name} is forgotten.")
    return {"shop": shop_as_json(account)}


def _shop(office: Office, wanted: ShopArguments) -> ShopAccount:
    """The connected shop that is named, or the one for this run; its secret may be given too."""
    secret = _secret()
    if wanted.url or (wanted.platform and not wanted.shop):
        account = _named_here(wanted)
        office.shops.lend(account, secret)
        return account
    account = office.shops.named(wanted.shop or wanted.platform).account
    if secret.secret:
        office.shops.lend(account, secret)
    return account


def _named_here(wanted: ShopArguments) -> ShopAccount:
    if not wanted.platform:
        message = "Say which shop system it is: --platform epages, geins or centra."
        raise InputError(message, [error("platform", message)])
    return shop_account(Platform(wanted.platform), wanted.url, wanted.user, wanted.name)


def _secret() -> ShopSecret:
    environment = os.environ
    return ShopSecret(
        secret=environment.get(SECRET_VARIABLE, ""), api_key=environment.get(KEY_VARIABLE, "")
    )


_ACTIONS: dict[str, Action] = {
    "list": _list,
    "connect": _connect,
    "check": _check,
    "orders": _orders,
    "create": _create,
    "despatch": _despatch,
    "outbox": outbox,
    "disconnect": _disconnect,
    "upload-file": upload_file,
}
