"""A paid label survives whatever happens between the courier and the vault."""

from collections.abc import Callable

import pytest

from desktop_app.domain.errors import (
    InputError,
    LabelDamaged,
    NameNotFound,
    NotFound,
    NotSignedIn,
    PostroomError,
)
from desktop_app.domain.label import DocumentKind, LabelSet
from desktop_app.domain.order import Order
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.record import ShipmentRecord, Stage
from tests.fakes.office import FakeOffice
from tests.services.conftest import NoWaiting

Labels = Callable[[Order, LabelMedia, DocumentKind], LabelSet]


def without_a4(labels: Labels) -> Labels:
    def some(order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
        return LabelSet() if media is LabelMedia.A4 else labels(order, media, kind)

    return some


def test_a_label_that_came_is_kept_though_the_other_size_does_not_come(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fake.broker, "labels", without_a4(fake.broker.labels))
        with pytest.raises(NotFound, match="not ready"):
            fake.office.labelling.fetch(paid.id, progress)
        record = fake.office.drafts.get(paid.id)
        assert [one.media for one in record.documents] == [LabelMedia.LABEL_4X6]
        assert fake.office.labelling.pdf(paid.id, LabelPaper.SIX_BY_FOUR)
        with pytest.raises(InputError, match="not here yet"):
            fake.office.labelling.pdf(paid.id, LabelPaper.A4)

    assert fake.office.labelling.pdf(paid.id, LabelPaper.A4)
    assert len(fake.office.drafts.get(paid.id).documents) == 2


@pytest.mark.parametrize(
    "failure",
    [NameNotFound("Offline.", may_have_arrived=False), NotSignedIn("Signed out.")],
    ids=lambda failure: type(failure).__name__,
)
def test_a_damaged_label_that_cannot_be_fetched_says_both(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, failure: PostroomError
) -> None:
    def fail() -> None:
        raise failure

    fake.office.labelling.fetch(paid.id, progress)
    fake.vault.files.clear()
    fake.broker.before["labels"] = fail
    with pytest.raises(LabelDamaged, match=r"damaged.* (Offline|Signed out)") as caught:
        fake.office.labelling.pdf(paid.id, LabelPaper.A4)
    assert caught.value.advice == failure.advice


def test_labels_of_a_shipment_whose_account_is_signed_out_print_on(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.labelling.fetch(paid.id, progress)
    fake.shipments.records[paid.id] = fake.office.drafts.get(paid.id).model_copy(
        update={"account_id": "signed out"}
    )
    assert fake.office.labelling.pdf(paid.id, LabelPaper.A4)


def test_a_vault_that_is_full_leaves_the_shipment_paid_and_its_labels_to_fetch(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise PostroomError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(fake.vault, "keep", full)
        with pytest.raises(PostroomError, match="disk full"):
            fake.office.labelling.fetch(paid.id, progress)
    assert fake.office.drafts.get(paid.id).stage is Stage.PAID
    assert fake.office.labelling.fetch(paid.id, progress).stage is Stage.TO_PRINT


def test_fetching_again_replaces_and_never_doubles(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    first = fake.office.labelling.fetch(paid.id, progress)
    again = fake.office.labelling.fetch(paid.id, progress)
    assert again.documents == first.documents
