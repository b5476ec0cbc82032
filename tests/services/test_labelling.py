"""A paid label is never lost."""

from pathlib import Path

import pytest

from desktop_app.domain.errors import (
    Cancelled,
    InputError,
    LabelDamaged,
    NotFound,
    PrintFailed,
    ServiceBroken,
    StorageError,
)
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.settings import PrintSettings
from desktop_app.services.labelling import label_file_name, lacks_papers
from tests.fakes.office import FakeOffice
from tests.fakes.sample_label import sample_label
from tests.services.conftest import NoWaiting


def test_labels_are_fetched_once_they_are_made(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.labels_missing = 7

    record = fake.office.labelling.fetch(paid.id, progress)

    assert record.stage is Stage.TO_PRINT
    assert {one.media for one in record.documents} == {LabelMedia.A4, LabelMedia.LABEL_4X6}
    assert [one.number for one in record.consignments] == ["JD26633GB"]
    assert 2 < progress.waited < 10


def test_an_unpaid_shipment_has_no_labels(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    with pytest.raises(InputError, match="once the order is paid"):
        fake.office.labelling.fetch(ordered.id, progress)


def test_labels_that_do_not_come_are_fetched_later(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.labels_missing = 10_000
    with pytest.raises(NotFound, match="not ready"):
        fake.office.labelling.fetch(paid.id, progress)
    assert fake.office.drafts.get(paid.id).stage is Stage.PAID

    fake.broker.labels_missing = 0
    assert fake.office.labelling.fetch(paid.id, progress).documents


def test_waiting_can_be_stopped(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.labels_missing = 10_000
    fake.broker.before["labels"] = progress.stop
    with pytest.raises(Cancelled):
        fake.office.labelling.fetch(paid.id, progress)


def test_missing_numbers_and_papers_never_cost_a_label(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    def fail() -> None:
        raise ServiceBroken("An error has occurred.", status=500)

    fake.broker.before = {"consignments": fail, "read_order": fail}
    record = fake.office.labelling.fetch(paid.id, progress)
    assert len(record.documents) == 2
    assert record.consignments == ()


def test_labels_that_failed_are_told_and_fetched_again_later(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.labels_failed = 2
    record = fake.office.labelling.fetch(paid.id, progress)
    assert record.stage is Stage.TO_PRINT
    assert record.trouble.startswith("2 labels are missing")
    assert "26633" in record.trouble
    assert fake.office.labelling.pdf(paid.id, LabelPaper.A4)
    assert 20 <= progress.waited < 40

    fake.broker.labels_failed = 0
    assert fake.office.labelling.fetch(paid.id, progress).trouble == ""


def test_labels_that_failed_at_first_are_waited_for(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    def made() -> None:
        fake.broker.labels_failed = int(fake.broker.calls.count("labels") < 4)

    fake.broker.before["labels"] = made
    assert fake.office.labelling.fetch(paid.id, progress).trouble == ""
    assert progress.waited < 20


def test_numbers_that_were_missing_come_later(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    def gone() -> None:
        raise ServiceBroken("It answered with a fault.")

    fake.broker.before |= {"consignments": gone, "read_order": gone}
    record = fake.office.labelling.fetch(paid.id, progress)
    assert lacks_papers(record)
    fake.broker.before.clear()
    record = fake.office.labelling.complete(paid.id)
    assert [one.number for one in record.consignments] == ["JD26633GB"]
    assert len(record.documents) == 2


def test_reprinting_needs_no_network(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    fake.broker.calls.clear()
    pdf = fake.office.labelling.pdf(paid.id, LabelPaper.SIX_BY_FOUR)
    assert pdf == sample_label(LabelMedia.LABEL_4X6, "JD26633GB")
    assert fake.broker.calls == []


def test_a_damaged_label_is_fetched_again(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    fake.vault.files.clear()
    assert fake.office.labelling.pdf(paid.id, LabelPaper.A4)
    assert len(fake.vault.files) == 1


def test_a_damaged_label_that_is_gone_at_the_service_is_told(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    fake.vault.files.clear()
    fake.broker.labels_missing = 10
    with pytest.raises(LabelDamaged, match="no longer has it"):
        fake.office.labelling.pdf(paid.id, LabelPaper.A4)


def test_saving_writes_a_safe_name(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, tmp_path: Path
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    path = fake.office.labelling.save(paid.id, LabelPaper.A4, tmp_path / "new")
    assert path.read_bytes().startswith(b"%PDF")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("reference", ["../../etc", "CON:", "a/b\\c", "", "é" * 200, "x" * 300])
def test_a_label_file_name_is_safe(paid: ShipmentRecord, reference: str) -> None:
    shipment = paid.shipment.model_copy(update={"reference": reference})
    name = label_file_name(paid.model_copy(update={"shipment": shipment}), LabelPaper.A4)
    assert name == Path(name).name
    assert len(name) < 120
    assert not set(name) & set('/\\:*?"<>|')


def test_a_folder_that_cannot_be_written_is_said(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, tmp_path: Path
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as caught:
        fake.office.labelling.save(paid.id, LabelPaper.A4, tmp_path / "file")
    assert "in the way" in caught.value.message
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_printing_is_noted(fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    record = fake.office.labelling.mark_printed(paid.id, "Bench 4x6", LabelPaper.SIX_BY_FOUR)
    assert record.stage is Stage.SENT
    assert record.printed[0].printer == "Bench 4x6"


def test_tracking_is_read_and_kept(fake: FakeOffice, paid: ShipmentRecord) -> None:
    record = fake.office.tracking.refresh(paid.id)
    assert [event.description for event in record.events] == ["Collected"]
    assert fake.office.tracking.page(record).endswith("/tracking/126633")


def test_several_labels_go_to_the_remembered_printer(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    printing = PrintSettings(paper=LabelPaper.SIX_BY_FOUR, label_printer="Bench 4x6")
    printers = fake.office.printers
    assert fake.office.labelling.print_all([paid.id], printing, printers, progress) == 1
    assert [name for name, _ in fake.printers.printed] == ["Bench 4x6"]
    assert fake.office.drafts.get(paid.id).printed[0].printer == "Bench 4x6"

    fake.office.labelling.print_all([paid.id], PrintSettings(), printers, progress)
    assert fake.office.drafts.get(paid.id).printed[1].printer == "Office A4"


def test_the_batch_stops_at_the_label_that_was_not_printed(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    fake.printers.broken = True
    with pytest.raises(PrintFailed):
        fake.office.labelling.print_all([paid.id], PrintSettings(), fake.office.printers, progress)
    assert fake.office.drafts.get(paid.id).stage is Stage.TO_PRINT
