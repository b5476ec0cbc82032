"""A day's labels are one job; a label that is not here holds nothing else back."""

from decimal import Decimal

import pytest

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import Cancelled, InputError, StorageError
from desktop_app.domain.label import DocumentKind, KeptDocument
from desktop_app.domain.order import Payment, PaymentMethod, PaymentState
from desktop_app.domain.paper import LabelMedia, LabelPaper, PrintOrder
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.day_papers import DayPapers
from desktop_app.services.ports import DocumentName
from desktop_app.system.resources import resource
from tests.documents.measuring import barcodes, pages, words
from tests.fakes.fake_broker import QUOTES
from tests.fakes.memory_stores import MemoryVault
from tests.fakes.office import NOW, PARCEL, WHOLE, FakeOffice
from tests.fakes.sample_label import sample_label
from tests.services.conftest import NoWaiting

A4, SIX_BY_FOUR = LabelPaper.A4, LabelPaper.SIX_BY_FOUR


@pytest.fixture
def day(fake: FakeOffice) -> DayPapers:
    return DayPapers(fake.shipments, fake.vault, LabelPapers(resource("fonts")), fake.clock)


def booked(
    fake: FakeOffice,
    name: str,
    *,
    courier: str = "DPD",
    labels: int = 1,
    media: tuple[LabelMedia, ...] = tuple(LabelMedia),
) -> ShipmentRecord:
    """A paid shipment to this person, its labels in the vault: NAME-1, NAME-2 …"""
    quote = QUOTES[0].model_copy(
        update={"service": QUOTES[0].service.model_copy(update={"courier": courier})}
    )
    record = fake.office.drafts.new(
        WHOLE.model_copy(
            update={
                "recipient": WHOLE.recipient.model_copy(update={"name": name}),
                "parcels": (PARCEL,) * labels,
                "reference": name,
            }
        )
    )
    kept = tuple(
        fake.vault.keep(
            record.id,
            DocumentName(DocumentKind.LABEL, one, number),
            sample_label(one, f"{name}-{number}"),
            NOW,
        )
        for one in media
        for number in range(1, labels + 1)
    )
    paid = Payment(
        method=PaymentMethod.PREPAY, state=PaymentState.PAID, amount=Decimal(5), since=NOW
    )
    choice = {"quote": quote, "quoted_at": NOW, "key": ""}
    update = {"documents": kept, "payment": paid}
    return fake.shipments.update(
        record.id,
        lambda now: ShipmentRecord.model_validate({**dict(now), **update, "choice": choice}),
    )


def codes(pdf: bytes) -> list[str]:
    return [code for page in pages(pdf) for code in barcodes(page)]


@pytest.mark.parametrize("paper", LabelPaper)
def test_all_labels_come_in_the_order_asked_for(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting, paper: LabelPaper
) -> None:
    records = [booked(fake, name) for name in ("Zoe", "Ann", "Mia")]
    ids = [one.id for one in records]
    by_name = day.labels(ids, paper, PrintOrder.RECIPIENT, False, progress)
    assert codes(by_name.pdf) == ["Ann-1", "Mia-1", "Zoe-1"]
    assert [one.shipment_id for one in by_name.on_paper] == [ids[1], ids[2], ids[0]]
    assert by_name.missing == ()
    listed = day.labels(ids, paper, PrintOrder.LIST, False, progress)
    assert [one.shipment_id for one in listed.on_paper] == ids
    assert {one.media for on in listed.on_paper for one in on.documents} == {paper.media}


def test_each_shipment_is_printed_once_with_its_slip_after_it(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting
) -> None:
    one, two = booked(fake, "Ann", labels=2), booked(fake, "Mia")
    job = day.labels([one.id, two.id, one.id], SIX_BY_FOUR, PrintOrder.LIST, True, progress)
    found = [barcodes(page) for page in pages(job.pdf)]
    assert found == [["Ann-1"], ["Ann-2"], [], ["Mia-1"], []]
    said = words(job.pdf)
    assert "Ann" in said[2]
    assert "23 November 2026" in said[4]
    assert len(job.on_paper[0].documents) == 2


def test_what_cannot_be_printed_is_told_and_the_rest_is_printed(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting
) -> None:
    damaged, cut = booked(fake, "Damaged"), booked(fake, "Cut", labels=2)
    del fake.vault.files[damaged.labels(LabelMedia.A4)[0].file]
    fake.vault.files[cut.labels(LabelMedia.A4)[1].file] = b"%PDF-1.4 cut"
    other = booked(fake, "Other", media=(LabelMedia.LABEL_4X6,))
    waiting, draft = booked(fake, "Waiting", media=()), fake.office.drafts.new(WHOLE)
    good = booked(fake, "Good")
    ids = [one.id for one in (damaged, cut, other, waiting, draft, good)]
    job = day.labels(["gone", *ids], A4, PrintOrder.LIST, True, progress)
    assert codes(job.pdf) == ["Good-1"]
    assert [one.shipment_id for one in job.on_paper] == [good.id]
    assert [one.shipment_id for one in job.missing] == ["gone", *ids[:-1]]
    for missing, sentence in zip(
        job.missing,
        ("no shipment", "fetched again", "cannot be read", "another paper", "not here", "not paid"),
        strict=True,
    ):
        assert sentence in missing.why


def test_a_day_without_any_label_is_no_job(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting
) -> None:
    job = day.labels([booked(fake, "Ann", media=()).id], A4, PrintOrder.LIST, True, progress)
    assert (job.pdf, job.on_paper, len(job.missing)) == (b"", (), 1)
    assert day.labels([], A4, PrintOrder.LIST, True, progress).missing == ()


def test_it_can_be_stopped(fake: FakeOffice, day: DayPapers, progress: NoWaiting) -> None:
    record = booked(fake, "Ann")
    progress.stop()
    with pytest.raises(Cancelled):
        day.labels([record.id], A4, PrintOrder.LIST, False, progress)
    with pytest.raises(Cancelled):
        day.despatch_lists([record.id], progress)


def test_nothing_is_marked_as_printed(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting
) -> None:
    record = booked(fake, "Ann")
    day.labels([record.id], A4, PrintOrder.LIST, False, progress)
    assert fake.shipments.get(record.id).printed == ()


def test_a_list_for_each_courier_of_what_is_paid(
    fake: FakeOffice, day: DayPapers, progress: NoWaiting
) -> None:
    couriers = (("Zoe", "UPS"), ("Ann", "dpd"), ("Mia", "UPS"))
    records = [booked(fake, name, courier=courier) for name, courier in couriers]
    draft = fake.office.drafts.new(WHOLE)
    lists = day.despatch_lists([one.id for one in (*records, draft)], progress)
    assert [one.courier for one in lists] == ["dpd", "UPS"]
    (said,) = words(lists[1].pdf)
    assert "2 shipments" in said
    assert said.index("Zoe") < said.index("Mia")
    assert "Ann Field" not in said


def test_a_list_never_leaves_a_shipment_out_silently(day: DayPapers, progress: NoWaiting) -> None:
    with pytest.raises(InputError, match="no shipment"):
        day.despatch_lists(["gone"], progress)


class BrokenVault(MemoryVault):
    """A vault on a disk that was pulled out."""

    def read(self, document: KeptDocument) -> bytes:
        raise StorageError("The disk is gone.")


def test_a_vault_that_cannot_be_read_is_told(fake: FakeOffice, progress: NoWaiting) -> None:
    day = DayPapers(fake.shipments, BrokenVault(), LabelPapers(), fake.clock)
    job = day.labels([booked(fake, "Ann").id], A4, PrintOrder.LIST, False, progress)
    assert job.missing[0].why.startswith("The disk is gone.")
