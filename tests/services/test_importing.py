"""Orders come in from files: each once, and a whole import can be taken back."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.again import Again
from desktop_app.domain.errors import InputError, StorageError
from desktop_app.domain.import_batch import Brought
from desktop_app.services.importing import Imported, OrdersRead
from tests.fakes.office import FakeOffice, make_office
from tests.services.conftest import NoWaiting

SAMPLES = Path(__file__).parents[1] / "shops" / "files" / "samples"
EBAY, ETSY, ITEMS = (
    SAMPLES / name for name in ("ebay-uk.csv", "etsy-orders.csv", "etsy-items.csv")
)
BringIn = Callable[..., Imported]


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def progress() -> NoWaiting:
    return NoWaiting()


def read(fake: FakeOffice, *paths: Path) -> OrdersRead:
    return fake.office.importing.read(paths or (EBAY,), NoWaiting())


@pytest.fixture
def bring_in(fake: FakeOffice) -> BringIn:
    def bring(again: Again = Again.SKIP, *paths: Path) -> Imported:
        return fake.office.importing.bring_in(read(fake, *paths).orders, again, NoWaiting())

    return bring


def drafts(fake: FakeOffice) -> dict[str, str]:
    return {row.reference: row.id for row in fake.office.drafts.rows()}


def test_orders_become_drafts(fake: FakeOffice, bring_in: BringIn) -> None:
    made = bring_in()
    assert made.count(Brought.MADE) == 3
    assert set(drafts(fake)) == {"21-10234-55501", "21-10234-55502", "21-10234-55505"}


def test_reading_alone_keeps_nothing(fake: FakeOffice) -> None:
    assert len(read(fake).orders) == 3
    assert drafts(fake) == {}


def test_the_same_order_in_two_files_is_one(fake: FakeOffice) -> None:
    found = read(fake, ETSY, ITEMS)
    numbers = [order.order_number for order in found.orders]
    assert numbers == ["3301", "3303"]
    assert [line.sku for line in found.orders[0].lines] == ["LP-1", "CD-1"]
    assert {row.file for row in found.skipped} == {"etsy-orders.csv", "etsy-items.csv"}
    assert any("in another of these files too" in note.message for note in found.notes)


def test_an_order_that_is_here_already_is_left_out(fake: FakeOffice, bring_in: BringIn) -> None:
    bring_in()
    found = read(fake)
    assert set(found.known.values()) == set(drafts(fake).values())
    again = bring_in()
    assert (again.count(Brought.KEPT), again.batch_id) == (3, "")
    assert len(drafts(fake)) == 3


def test_an_order_can_be_brought_up_to_date(fake: FakeOffice, bring_in: BringIn) -> None:
    bring_in()
    one = drafts(fake)["21-10234-55501"]
    typed = fake.office.drafts.get(one).shipment
    wrong = typed.recipient.model_copy(update={"town": "Elsewhere"})
    fake.office.drafts.save(one, typed.model_copy(update={"recipient": wrong, "extras": ("Sms",)}))
    again = bring_in(Again.UPDATE)
    assert again.count(Brought.UPDATED) == 3
    after = fake.office.drafts.get(one).shipment
    assert (after.recipient.town, after.extras) == ("Malton", ("Sms",))
    assert fake.office.importing.undo() == 3
    assert fake.office.drafts.get(one).shipment.recipient.town == "Elsewhere"


def test_an_order_can_be_made_once_more_on_purpose(fake: FakeOffice, bring_in: BringIn) -> None:
    bring_in()
    assert bring_in(Again.NEW).count(Brought.MADE) == 3
    assert len(fake.office.drafts.rows()) == 6


def test_an_import_is_taken_back(fake: FakeOffice, bring_in: BringIn) -> None:
    bring_in()
    assert fake.office.importing.undo() == 3
    assert drafts(fake) == {}
    assert read(fake).known == {}
    with pytest.raises(InputError, match="no import to take back"):
        fake.office.importing.undo()


def test_what_was_worked_on_since_stays(
    fake: FakeOffice, bring_in: BringIn, progress: NoWaiting
) -> None:
    bring_in()
    changed, ordered, _ = drafts(fake).values()
    shipment = fake.office.drafts.get(changed).shipment
    fake.office.drafts.save(changed, shipment.model_copy(update={"notes": "mine"}))
    whole = fake.office.drafts.get(ordered).shipment
    parcel = whole.parcels[0].model_copy(
        update=dict.fromkeys(("weight_kg", "length_cm", "width_cm", "height_cm"), Decimal(5))
    )
    fake.office.drafts.save(ordered, whole.model_copy(update={"parcels": (parcel,)}))
    fake.office.booking.order(fake.office.drafts.get(ordered), "cheapest", progress)
    assert fake.office.importing.undo() == 1
    assert set(drafts(fake).values()) == {changed, ordered}


def test_a_draft_that_was_deleted_is_not_here(fake: FakeOffice, bring_in: BringIn) -> None:
    bring_in()
    fake.office.drafts.delete(list(drafts(fake).values()))
    assert bring_in().count(Brought.MADE) == 3


def test_all_are_kept_or_none(fake: FakeOffice, bring_in: BringIn) -> None:
    fake.shipments.fails_with = StorageError("The disk is full.")
    with pytest.raises(StorageError):
        bring_in()
    assert drafts(fake) == {}


def test_a_rate_is_used_where_it_is_given(fake: FakeOffice, progress: NoWaiting) -> None:
    found = read(fake, SAMPLES / "ebay-de.csv")
    assert found.currencies == ("EUR",)
    fake.office.importing.bring_in(
        found.orders, Again.SKIP, progress, rates={"EUR": Decimal("0.85")}
    )
    (record,) = fake.office.drafts.several(list(drafts(fake).values()), progress)
    assert record.shipment.value == Decimal("76.50")


def test_a_file_that_is_not_there_is_named(fake: FakeOffice) -> None:
    with pytest.raises(InputError, match=r"nothing\.csv cannot be read"):
        read(fake, Path("nothing.csv"))
