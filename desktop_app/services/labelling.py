"""Fetching labels once they are made, keeping them for ever, and putting them on paper."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop_app.domain.errors import InputError, LabelDamaged, NotFound, PostroomError
from desktop_app.domain.label import DocumentKind, KeptDocument, LabelSet, PrintNote
from desktop_app.domain.order import Order
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import PrintSettings
from desktop_app.services.accounts import Accounts
from desktop_app.services.files import safe_name, write_whole
from desktop_app.services.ports import (
    Broker,
    Clock,
    DocumentName,
    LabelVault,
    Papers,
    Printers,
    Progress,
    Shipments,
)

_LONGEST_WAIT = 300.0
_WAIT_FOR_FAILED = 20.0
_FIRST_PAUSE, _LONGEST_PAUSE, _GROWTH = 0.25, 8.0, 1.3
_PAPERS = (
    (DocumentKind.COMMERCIAL_INVOICE, ("commercial-invoice", "commercialinvoice")),
    (DocumentKind.PICKING_LIST, ("picking-list",)),
    (DocumentKind.INVOICE, ("invoice",)),
)


class Labelling:
    """The labels of paid shipments: from the service once, from the vault ever after."""

    def __init__(
        self,
        shipments: Shipments,
        accounts: Accounts,
        vault: LabelVault,
        papers: Papers,
        clock: Clock,
    ) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._vault = vault
        self._papers = papers
        self._clock = clock

    def fetch(self, shipment_id: str, progress: Progress) -> ShipmentRecord:
        """Waits until the labels are made and keeps them in both sizes, with all that goes along.

        Raises InputError for an unpaid shipment, NotFound when they are not there after five
        minutes; fetching goes on where it was whenever it is called again.
        """
        record = self._shipments.get(shipment_id)
        order = _paid_order(record)
        broker = self._accounts.broker(record.account_id)
        progress.report("The courier is making the labels")
        failed = 0
        for done, media in enumerate((LabelMedia.LABEL_4X6, LabelMedia.A4)):
            patience = 0.0 if failed else _WAIT_FOR_FAILED
            found = self._wait_for(broker, order, media, patience, progress)
            self._keep_labels(record, media, found.pdfs)
            failed = max(failed, found.failed)
            progress.report("Fetching the labels", done + 1, 3)
        progress.report("Fetching the papers and numbers", 2, 3)
        self._complete(record, broker, order)
        trouble = _failed_words(order, failed)
        return self._shipments.update(shipment_id, lambda now: _fetched(now, trouble))

    def complete(self, shipment_id: str) -> ShipmentRecord:
        """Fetches the numbers and papers that did not come with the labels, as far as they come.

        Raises InputError for an unpaid shipment; a connection that fails leaves all as it is.
        """
        record = self._shipments.get(shipment_id)
        order = _paid_order(record)
        return self._complete(record, self._accounts.broker(record.account_id), order)

    def pdf(self, shipment_id: str, paper: LabelPaper) -> bytes:
        """All labels of a shipment on this paper, from the vault, without any network.

        A damaged file is fetched again where there is a connection, else LabelDamaged; so is a
        size that was not there when the others were fetched. InputError before there is any.
        """
        record = self._shipments.get(shipment_id)
        documents = record.labels(paper.media) or self._other_size(record, paper.media)
        labels = [self._read(record, document) for document in documents]
        if not labels:
            raise InputError("The labels of this shipment are not here yet.")
        return self._papers.impose(labels, paper)

    def paper(self, shipment_id: str, document: KeptDocument) -> bytes:
        """One of the papers that go with the labels, as it was kept."""
        return self._read(self._shipments.get(shipment_id), document)

    def save(self, shipment_id: str, paper: LabelPaper, folder: Path) -> Path:
        """Writes the labels into a folder, under a safe name; raises StorageError."""
        record = self._shipments.get(shipment_id)
        path = folder / label_file_name(record, paper)
        write_whole(path, self.pdf(shipment_id, paper))
        return path

    def print_all(
        self,
        shipment_ids: Sequence[str],
        printing: PrintSettings,
        printers: Printers,
        progress: Progress,
    ) -> int:
        """Prints one shipment after the other; each is marked as soon as its job was taken.

        On the remembered paper and its printer, else on the default one. Returns how many were
        printed; raises PrintFailed at the first that was not.
        """
        paper = printing.paper
        printer = printing.printer_for(paper) or _default(printers)
        for done, shipment_id in enumerate(shipment_ids):
            progress.check()
            progress.report("Printing", done, len(shipment_ids))
            printers.print_pdf(self.pdf(shipment_id, paper), printer, f"Label {shipment_id}")
            self.mark_printed(shipment_id, printer, paper)
        return len(shipment_ids)

    def mark_printed(self, shipment_id: str, printer: str, paper: LabelPaper) -> ShipmentRecord:
        """Notes that the whole job was taken by a printer, or saved to a file ("")."""
        note = PrintNote(printed_at=self._clock.now(), printer=printer, paper=paper)
        return self._shipments.update(
            shipment_id, lambda now: now.model_copy(update={"printed": (*now.printed, note)})
        )

    def mark_all_printed(
        self, shipment_ids: Iterable[str], printer: str, paper: LabelPaper
    ) -> None:
        """Notes it for all that were in one print job."""
        for shipment_id in shipment_ids:
            self.mark_printed(shipment_id, printer, paper)

    def _wait_for(
        self,
        broker: Broker,
        order: Order,
        media: LabelMedia,
        patience: float,
        progress: Progress,
    ) -> LabelSet:
        """All labels; after `patience` seconds those there are, where others could not be made.

        Only some of them are better than none: they can be printed, and the record says so.
        """
        waited, pause, found = 0.0, _FIRST_PAUSE, LabelSet()
        while waited <= (patience if found.pdfs else _LONGEST_WAIT):
            progress.check()
            found = broker.labels(order, media, DocumentKind.LABEL)
            if found.pdfs and not found.failed:
                return found
            progress.wait(pause)
            waited += pause
            pause = min(pause * _GROWTH, _LONGEST_PAUSE)
        if found.pdfs:
            return found
        raise NotFound(
            "The labels are not ready yet.",
            advice="The shipment is paid. Postroom fetches them when you open it again.",
        )

    def _complete(self, record: ShipmentRecord, broker: Broker, order: Order) -> ShipmentRecord:
        """The papers and numbers that make it whole; none of them is worth losing a label for."""
        kept = self._papers_of(record, broker, order)
        try:
            numbers = broker.consignments(order)
        except PostroomError:
            numbers = ()
        return self._shipments.update(
            record.id,
            lambda now: _with_documents(now, kept).model_copy(
                update={"consignments": numbers or now.consignments}
            ),
        )

    def _papers_of(
        self, record: ShipmentRecord, broker: Broker, order: Order
    ) -> tuple[KeptDocument, ...]:
        kept: tuple[KeptDocument, ...] = ()
        try:
            links = broker.read_order(order.order_id, order.hash).links
        except PostroomError:
            return kept
        here = {document.kind for document in record.documents}
        for kind, names in _PAPERS:
            if kind in here:
                continue
            by_name = {link.name.casefold(): link.url for link in links}
            url = next((by_name[name] for name in names if name in by_name), None)
            if url:
                kept += self._try_keep(record, kind, broker, url)
        return kept

    def _try_keep(
        self, record: ShipmentRecord, kind: DocumentKind, broker: Broker, url: str
    ) -> tuple[KeptDocument, ...]:
        try:
            return self._keep(record, kind, LabelMedia.A4, (broker.document(url),))
        except PostroomError:
            return ()

    def _keep(
        self,
        record: ShipmentRecord,
        kind: DocumentKind,
        media: LabelMedia,
        pdfs: Iterable[bytes],
    ) -> tuple[KeptDocument, ...]:
        now = self._clock.now()
        return tuple(
            self._vault.keep(record.id, DocumentName(kind, media, number), pdf, now)
            for number, pdf in enumerate(pdfs, start=1)
        )

    def _read(self, record: ShipmentRecord, document: KeptDocument) -> bytes:
        try:
            return self._vault.read(document)
        except LabelDamaged:
            if document.kind is not DocumentKind.LABEL or record.order is None:
                raise
            return self._fetch_again(record, record.order, document)

    def _fetch_again(self, record: ShipmentRecord, order: Order, document: KeptDocument) -> bytes:
        try:
            pdfs = self._fetch_once(record, order, document.media)
        except PostroomError as failure:
            message = (
                f"The kept label is damaged, and a new one was not to be had. {failure.message}"
            )
            raise LabelDamaged(message, advice=failure.advice) from failure
        if len(pdfs) < document.number:
            raise LabelDamaged("The kept label is damaged, and Parcel2Go no longer has it.")
        self._keep_labels(record, document.media, pdfs)
        return pdfs[document.number - 1]

    def _other_size(self, record: ShipmentRecord, media: LabelMedia) -> tuple[KeptDocument, ...]:
        if record.order is None or not record.labels(*LabelMedia):
            return ()
        return self._keep_labels(record, media, self._fetch_once(record, record.order, media))

    def _fetch_once(
        self, record: ShipmentRecord, order: Order, media: LabelMedia
    ) -> tuple[bytes, ...]:
        broker = self._accounts.broker(record.account_id)
        return broker.labels(order, media, DocumentKind.LABEL).pdfs

    def _keep_labels(
        self, record: ShipmentRecord, media: LabelMedia, pdfs: Iterable[bytes]
    ) -> tuple[KeptDocument, ...]:
        """In the vault first, then in the record, so that the record never names what is not."""
        kept = self._keep(record, DocumentKind.LABEL, media, pdfs)
        self._shipments.update(record.id, lambda now: _with_documents(now, kept))
        return kept


def _default(printers: Printers) -> str:
    """The default printer's name, which is what the shipment remembers; "" for none."""
    return next((one.name for one in printers.available() if one.is_default), "")


def lacks_papers(record: ShipmentRecord) -> bool:
    """Whether numbers, or papers that such an order has, did not come with its labels."""
    kinds = {document.kind for document in record.documents}
    sides = {record.shipment.sender.country, record.shipment.recipient.country}
    no_invoice = len(sides) > 1 and DocumentKind.COMMERCIAL_INVOICE not in kinds
    return not record.consignments or kinds == {DocumentKind.LABEL} or no_invoice


def label_file_name(record: ShipmentRecord, paper: LabelPaper) -> str:
    """A file name that every system takes: the reference, else the order, and the paper."""
    order = record.order.order_id if record.order else record.id
    wanted = record.shipment.reference or order
    return f"label-{safe_name(wanted) or record.id}-{record.id}-{paper}.pdf"


def _failed_words(order: Order, failed: int) -> str:
    """What to say of labels that could not be made; "" when all are here."""
    if not failed:
        return ""
    which = "1 label is" if failed == 1 else f"{failed} labels are"
    return (
        f"{which} missing: Parcel2Go could not make every label of this order. Print those that "
        f"are here, fetch the labels again later, or ask Parcel2Go about order {order.order_id}."
    )


def _fetched(record: ShipmentRecord, trouble: str) -> ShipmentRecord:
    """With what is still missing; labels that came after the others were printed wait for that."""
    is_late = bool(record.trouble) and trouble != record.trouble
    update: dict[str, object] = {"trouble": trouble} | ({"printed": ()} if is_late else {})
    return record.model_copy(update=update)


def _paid_order(record: ShipmentRecord) -> Order:
    if not record.is_paid or record.order is None:
        raise InputError("Labels are made once the order is paid.")
    return record.order


def _with_documents(record: ShipmentRecord, kept: tuple[KeptDocument, ...]) -> ShipmentRecord:
    """The record with these documents in place of older ones of the same name."""
    names = {(one.kind, one.media, one.number) for one in kept}
    others = (one for one in record.documents if (one.kind, one.media, one.number) not in names)
    return record.model_copy(update={"documents": (*others, *kept)})
