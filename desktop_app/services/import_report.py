"""What an import tells a script: one documented shape, with everything that was in the files."""

from typing import Any

from pydantic import ConfigDict

from desktop_app.domain.import_batch import Brought
from desktop_app.domain.shop_order import FileReport, ImportNote, ShopOrder, SkippedRow
from desktop_app.domain.value import Value
from desktop_app.services.importing import Imported, OrdersRead


class DraftMade(Value):
    """An order, by its number, and the draft it is; `why` it was kept as it was."""

    order_number: str
    shipment: str
    what: Brought
    why: str = ""


class ImportReport(Value):
    """What was read, what was left out and why, what to look at, and the drafts made of it.

    `undo` is the import's own id, "" where it changed nothing.
    """

    model_config = ConfigDict(title="Postroom import")

    orders: tuple[ShopOrder, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    warnings: tuple[ImportNote, ...] = ()
    files: tuple[FileReport, ...] = ()
    drafts: tuple[DraftMade, ...] = ()
    undo: str = ""


def import_report(found: OrdersRead, made: Imported | None) -> ImportReport:
    """Of what was read and, unless it was only looked at, of what became of it."""
    drafts = () if made is None else made.orders
    return ImportReport(
        orders=found.orders,
        skipped=found.skipped,
        warnings=found.notes,
        files=found.files,
        drafts=tuple(
            DraftMade(
                order_number=one.order.order_number,
                shipment=one.shipment_id,
                what=one.what,
                why=one.why,
            )
            for one in drafts
        ),
        undo=made.batch_id if made else "",
    )


def import_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return ImportReport.model_json_schema(mode="serialization")
