"""500 labels out of the vault into one PDF, against qpdf putting the same files together."""

import shutil
import statistics
import subprocess
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.label import DocumentKind, KeptDocument
from desktop_app.domain.order import Payment, PaymentMethod, PaymentState
from desktop_app.domain.paper import LabelPaper, PrintOrder
from desktop_app.domain.record import ShipmentRecord
from desktop_app.practice.label_content import LabelContent
from desktop_app.practice.label_pages import labels_pdf
from desktop_app.services.clock import SystemClock
from desktop_app.services.day_papers import DayPapers
from desktop_app.services.ports import DocumentName
from desktop_app.services.progress import QuietProgress
from desktop_app.storage.label_vault import FileLabelVault
from desktop_app.system.resources import resource
from tests.fakes.memory_stores import MemoryShipments
from tests.fakes.office import NOW, WHOLE

COUNT = 500
RUNS = 5
PAID = Payment(method=PaymentMethod.PREPAY, state=PaymentState.PAID, amount=Decimal(5), since=NOW)


def labels_against_qpdf(paper: LabelPaper, *, slips: bool = False) -> float | None:
    """Seconds of ours by seconds of qpdf's, medians of several runs in turn; None without qpdf.

    Ours reads each record, checks each file's SHA-256, puts each page on its paper and draws the
    packing slips, which qpdf never does; qpdf's has the start of its program in it.
    """
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day, ids, files = _booked(folder, paper)
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(_ours(day, ids, paper, slips, folder / "ours.pdf"))
            theirs.append(_qpdf(qpdf, files, folder / "theirs.pdf"))
    return statistics.median(ours) / statistics.median(theirs)


def _booked(folder: Path, paper: LabelPaper) -> tuple[DayPapers, list[str], list[Path]]:
    shipments, vault = MemoryShipments(), FileLabelVault(folder)
    kept = [_keep(vault, number, paper) for number in range(COUNT)]
    for number, document in enumerate(kept):
        shipments.add(_record(number, document))
    day = DayPapers(shipments, vault, LabelPapers(resource("fonts")), SystemClock())
    return day, list(shipments.records), [folder / document.file for document in kept]


def _record(number: int, label: KeptDocument) -> ShipmentRecord:
    return ShipmentRecord(
        id=_id(number), account_id="practice", created_at=NOW, updated_at=NOW,
        shipment=WHOLE, payment=PAID, documents=(label,),
    )  # fmt: skip


def _keep(vault: FileLabelVault, number: int, paper: LabelPaper) -> KeptDocument:
    content = LabelContent(
        courier="DPD", service="Next day", number=f"1550{number:010}", to=WHOLE.recipient.lines,
        sender=WHOLE.sender.lines, reference=f"ORD-{number}", weight="1.5 kg",
        contents="Slippers", piece="1 of 1",
    )  # fmt: skip
    pdf = labels_pdf([content], paper.media)
    return vault.keep(_id(number), DocumentName(DocumentKind.LABEL, paper.media), pdf, NOW)


def _id(number: int) -> str:
    return f"shipment-{number:05}"


def _ours(day: DayPapers, ids: list[str], paper: LabelPaper, slips: bool, out: Path) -> float:
    begun = time.perf_counter()
    job = day.labels(ids, paper, PrintOrder.LIST, slips, QuietProgress())
    out.write_bytes(job.pdf)
    if len(job.on_paper) != COUNT:
        raise RuntimeError("labels are missing")
    return time.perf_counter() - begun


def _qpdf(qpdf: str, files: list[Path], out: Path) -> float:
    begun = time.perf_counter()
    subprocess.run([qpdf, "--empty", "--pages", *files, "--", out], check=True)
    return time.perf_counter() - begun
