"""`postroom book-all`, in its own process, against the practice service."""

from pathlib import Path
from typing import Any

from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import write_draft
from tests.e2e.barcodes import barcodes_by_page, decoded
from tests.e2e.conftest import Postroom
from tests.fakes.office import WHOLE


def order(number: int) -> Shipment:
    to = WHOLE.recipient.model_copy(update={"name": f"Ann Field {number}"})
    return WHOLE.model_copy(update={"reference": f"ORD-{number}", "recipient": to})


def files(postroom: Postroom, *shipments: Shipment) -> list[str]:
    paths = [postroom.folder / f"draft-{number}.json" for number in range(len(shipments))]
    for path, shipment in zip(paths, shipments, strict=True):
        path.write_text(write_draft(shipment), encoding="utf-8")
    return [str(path) for path in paths]


def outcomes(said: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return [one["paid"] for one in said["shipments"]]


def test_a_day_is_checked_booked_and_labelled(postroom: Postroom) -> None:
    drafts = files(postroom, *(order(number) for number in range(6)))
    checked = postroom.run("book-all", "--dry-run", *drafts)
    assert checked.code == 0, checked.messages
    assert outcomes(checked.json) == [False] * 6
    assert postroom.books()["payments"] == []

    out = str(postroom.folder / "labels")
    done = postroom.run("book-all", "--label", "4x6", "--out", out)
    assert done.code == 0, done.messages
    assert outcomes(done.json) == [True] * 6
    assert done.json["spent"] == done.json["total"] == checked.json["total"]
    assert len(postroom.books()["payments"]) == 6
    for one in done.json["shipments"]:
        assert set(one["consignments"]) <= decoded(Path(one["label"]))

    again = postroom.run("book-all")
    assert (again.code, again.json["shipments"]) == (0, [])
    assert len(postroom.books()["payments"]) == 6


def test_a_days_labels_are_one_file_in_the_order_asked_for(postroom: Postroom) -> None:
    out = postroom.folder / "labels"
    wanted = ("--label", "4x6", "--out", str(out), "--one-file", "--order", "recipient")
    done = postroom.run(
        "book-all", *files(postroom, order(3), order(1), order(2)), *wanted, "--slips", "--lists"
    )
    assert done.code == 0, done.messages
    (printed,) = {one["label"] for one in done.json["shipments"]}
    by_name = {one["recipient"]: one["consignments"] for one in done.json["shipments"]}
    in_order = [by_name[name] for name in sorted(by_name)]
    pages = barcodes_by_page(Path(printed))
    assert len(pages) == 6, "a packing slip behind each label"
    for own, page in zip(in_order, pages[::2], strict=True):
        assert set(own) & page
    (courier,) = done.json["lists"]
    assert Path(courier).read_bytes().startswith(b"%PDF")
    again = postroom.run("book-all", *files(postroom, order(4)), *wanted)
    assert again.json["shipments"][0]["label"] not in {None, printed}


def test_a_print_file_needs_a_folder(postroom: Postroom) -> None:
    done = postroom.run("book-all", *files(postroom, order(1)), "--one-file")
    assert done.code == 2
    assert "--out" in done.messages
    assert postroom.books()["payments"] == []


def test_what_cannot_be_booked_is_named_and_the_rest_is(postroom: Postroom) -> None:
    nameless = WHOLE.recipient.model_copy(update={"name": ""})
    wrong = WHOLE.model_copy(update={"recipient": nameless, "reference": "ORD-W"})
    done = postroom.run("book-all", *files(postroom, wrong, order(1), order(2)))
    assert done.code == 2
    assert outcomes(done.json) == [False, True, True]
    (problem,) = done.json["shipments"][0]["problems"]
    assert problem["field"] == "recipient.name"


def test_the_same_order_twice_is_bought_once(postroom: Postroom) -> None:
    done = postroom.run("book-all", *files(postroom, order(1), order(1)))
    assert done.code == 3
    assert outcomes(done.json) == [True, False]
    assert "Probably the same as ORD-1" in done.json["shipments"][1]["problems"][0]["message"]
    assert len(postroom.books()["payments"]) == 1
    wanted = postroom.run("book-all", "--duplicates")
    assert (wanted.code, outcomes(wanted.json)) == (0, [True])


def test_a_day_that_prepay_does_not_cover_goes_on_after_a_top_up(postroom: Postroom) -> None:
    postroom.fill_prepay("10.00")
    done = postroom.run("book-all", *files(postroom, *(order(number) for number in range(6))))
    assert done.code == 3
    paid = outcomes(done.json).count(True)
    assert 1 <= paid < 6
    assert done.json["missing"] > 0
    assert "too little" in done.json["problems"][0]["message"]
    postroom.fill_prepay("100.00")
    done = postroom.run("book-all", "--continue")
    assert done.code == 0, done.messages
    assert outcomes(done.json) == [True] * 6
    assert len(postroom.books()["payments"]) == 6
    nothing = postroom.run("book-all", "--continue")
    assert (nothing.code, nothing.json["problems"][0]["message"]) == (
        2,
        "There is no day to go on with.",
    )
