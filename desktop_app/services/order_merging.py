"""The same order in several files is one order: what one file leaves out, the other may say."""

from collections.abc import Sequence

from desktop_app.domain.shop_order import ImportNote, OrderFile, ShopLine, ShopOrder, ShopRecipient


def merged(files: Sequence[OrderFile]) -> tuple[tuple[ShopOrder, ...], tuple[ImportNote, ...]]:
    """Each order once, in the order of the files, and a note for each that stood in two."""
    found: dict[str, ShopOrder] = {}
    notes: list[ImportNote] = []
    for file in files:
        for place, order in enumerate(file.orders):
            key = order.key or f"{file.report.file} {place}"
            if key in found:
                found[key] = _both(found[key], order)
                notes.append(_note(order, file.report.file))
            else:
                found[key] = order
    return tuple(found.values()), tuple(notes)


def _note(order: ShopOrder, file: str) -> ImportNote:
    row = order.lines[0].row if order.lines else 0
    message = "It is in another of these files too, and is brought in once."
    return ImportNote(message=message, row=row, order_number=order.order_number, file=file)


def _both(first: ShopOrder, second: ShopOrder) -> ShopOrder:
    """The one that says more of what is in it; where it is silent, the other speaks."""
    if _said(second.lines) > _said(first.lines):
        first, second = second, first
    silent = {
        name: value
        for name in ("ordered_on", "service", "note", "weight_kg")
        if not getattr(first, name) and (value := getattr(second, name))
    }
    recipient = _filled(first.recipient, second.recipient)
    return first.model_copy(update={**silent, "recipient": recipient})


def _said(lines: Sequence[ShopLine]) -> int:
    return sum(bool(line.description) + (line.unit_value is not None) for line in lines)


def _filled(one: ShopRecipient, other: ShopRecipient) -> ShopRecipient:
    empty = {name: getattr(other, name) for name, value in one if not value}
    return one.model_copy(update=empty)
