"""The papers of a booked day: all labels in one print job, and a list for each courier."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import InputError, StorageError
from desktop_app.domain.label import KeptDocument
from desktop_app.domain.paper import LabelMedia, LabelPaper, PrintOrder
from desktop_app.domain.print_order import in_print_order, reading_order
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.clock import local_day
from desktop_app.services.files import free_path, safe_name, write_whole
from desktop_app.services.ports import Clock, LabelVault, Papers, PrintJob, Progress, Shipments


class OnPaper(NamedTuple):
    """A shipment whose labels are in the job, which documents those are, and whether it is a
    reprint."""

    shipment_id: str
    documents: tuple[KeptDocument, ...]
    is_again: bool = False


class Missing(NamedTuple):
    """A shipment whose labels are not in the job; `why` is for the user, with what to do.

    `name` is what the user knows it by: its reference, else the recipient.
    """

    shipment_id: str
    why: str
    name: str = ""


class CourierList(NamedTuple):
    """One courier's end-of-day list; `courier` "" where no service is known."""

    courier: str
    pdf: bytes


@dataclass(frozen=True)
class DayJob:
    """Everything that could be put on paper, in its order; `pdf` is empty where nothing could."""

    pdf: bytes
    on_paper: tuple[OnPaper, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class DayPapers:
    """Made from what is kept here; nothing is fetched, so none of it needs a network."""

    shipments: Shipments
    vault: LabelVault
    papers: Papers
    clock: Clock

    def labels(
        self,
        shipment_ids: Sequence[str],
        paper: LabelPaper,
        order: PrintOrder,
        slips: bool,
        progress: Progress,
    ) -> DayJob:
        """The labels of these shipments in one PDF, each followed by its packing slip if wanted.

        What cannot be printed keeps nothing else back. Raises Cancelled. Nothing is marked as
        printed: that is said once a printer has taken the job.
        """
        found, missing = self._found(shipment_ids)
        on_paper: list[OnPaper] = []
        day = local_day(self.clock.now())
        with self.papers.print_job(paper, day) as job:
            for done, record in enumerate(in_print_order(found, order)):
                progress.check()
                progress.report("Putting the labels on paper", done, len(found))
                try:
                    on_paper.append(self._add(job, record, paper.media, slips))
                except (InputError, StorageError) as failure:
                    to = record.shipment
                    name = to.reference or to.recipient.name
                    missing.append(Missing(record.id, _said(failure), name))
            progress.report("Finishing the print job", len(found), len(found))
            pdf = job.pdf() if on_paper else b""
        return DayJob(pdf, tuple(on_paper), tuple(missing))

    def despatch_lists(
        self, shipment_ids: Sequence[str], progress: Progress
    ) -> tuple[CourierList, ...]:
        """An end-of-day list for each courier, by its name, of those shipments that are paid.

        Raises InputError where one of them is gone: a list to sign must not leave out a parcel.
        """
        records = [self.shipments.get(one) for one in dict.fromkeys(shipment_ids)]
        by_courier: dict[str, list[ShipmentRecord]] = {}
        for record in records:
            if record.is_paid:
                by_courier.setdefault(record.courier, []).append(record)
        day, lists = local_day(self.clock.now()), []
        for done, courier in enumerate(sorted(by_courier, key=reading_order)):
            progress.check()
            progress.report("Making the couriers' lists", done, len(by_courier))
            pdf = self.papers.despatch_list(courier, by_courier[courier], day)
            lists.append(CourierList(courier, pdf))
        return tuple(lists)

    def save_despatch_lists(
        self, shipment_ids: Sequence[str], folder: Path, progress: Progress
    ) -> tuple[Path, ...]:
        """Writes each courier's list into a folder, beside what is there; raises StorageError."""
        day, paths = local_day(self.clock.now()), []
        for one in self.despatch_lists(shipment_ids, progress):
            name = f"{safe_name(one.courier) or 'courier'}-{day.isoformat()}.pdf"
            paths.append(free_path(folder / name))
            write_whole(paths[-1], one.pdf)
        return tuple(paths)

    def _found(self, shipment_ids: Sequence[str]) -> tuple[list[ShipmentRecord], list[Missing]]:
        """Each shipment once, and those that are there no more."""
        found, missing = [], []
        for shipment_id in dict.fromkeys(shipment_ids):
            try:
                found.append(self.shipments.get(shipment_id))
            except InputError as failure:
                missing.append(Missing(shipment_id, failure.message))
        return found, missing

    def _add(
        self, job: PrintJob, record: ShipmentRecord, media: LabelMedia, slips: bool
    ) -> OnPaper:
        documents = record.labels(media)
        if not documents:
            raise InputError(_why_none(record))
        labels = [self.vault.read(document) for document in documents]
        job.add(labels, record.shipment if slips else None)
        return OnPaper(record.id, documents, is_again=bool(record.printed))


def _why_none(record: ShipmentRecord) -> str:
    if not record.is_paid:
        return "It is not paid yet: labels are made after that."
    if record.labels(*LabelMedia):
        return "Its labels are kept for another paper. Print it by itself: they are then fetched."
    return "Its labels are not here yet. Open the shipment to fetch them."


def _said(failure: InputError | StorageError) -> str:
    if isinstance(failure, InputError):
        return failure.message
    return f"{failure.message} Print it by itself: the label is then fetched again."
