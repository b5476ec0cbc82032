"""`postroom import`, in its own process: everything in the files is told, and becomes drafts."""

from pathlib import Path

import pytest

from tests.e2e.conftest import Postroom

SAMPLES = Path(__file__).parents[1] / "shops" / "files" / "samples"


def test_orders_are_printed_and_become_drafts_once(postroom: Postroom) -> None:
    name = str(SAMPLES / "ebay-uk.csv")
    done = postroom.run("import", name)
    assert done.code == 0, done.messages
    first = done.json["orders"][0]
    assert (first["platform"], first["order_number"]) == ("ebay", "21-10234-55501")
    assert first["recipient"]["country"] == "GBR"
    assert first["recipient"]["phone"] == "07700 900456"
    assert first["lines"][0]["unit_value"] == "22.50"
    assert {"row": 8, "reason": "dispatched"} in done.json["skipped"]
    assert [one["what"] for one in done.json["drafts"]] == ["made"] * 3
    again = postroom.run("import", name)
    assert [one["what"] for one in again.json["drafts"]] == ["kept"] * 3
    assert len(again.json["orders"]) == 3
    listed = postroom.run("book-all", "--dry-run")
    assert len(listed.json["shipments"]) == 3
    assert postroom.run("import", "--undo").json == {"undone": 3}
    assert postroom.run("book-all", "--dry-run").json["shipments"] == []


def test_a_dry_run_makes_no_drafts(postroom: Postroom) -> None:
    done = postroom.run("import", "--dry-run", *map(str, sorted(SAMPLES.iterdir())))
    assert done.code == 0, done.messages
    assert done.json["drafts"] == []
    assert len(done.json["files"]) == len(list(SAMPLES.iterdir()))
    assert all(one["file"] for one in done.json["skipped"])
    assert postroom.run("book-all", "--dry-run").json["shipments"] == []


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "FILE"),
        (("nothing.csv",), "nothing.csv cannot be read"),
        ((str(SAMPLES / "ebay-de.csv"), "--rate", "EUR"), "--rate"),
        ((str(SAMPLES / "ebay-de.csv"), "--rate", "EUR=-1"), "--rate"),
        (("--undo",), "no import to take back"),
    ],
)
def test_bad_input_is_named(postroom: Postroom, arguments: tuple[str, ...], word: str) -> None:
    done = postroom.run("import", *arguments)
    assert done.code == 2
    assert word in done.json["problems"][0]["message"]


def test_a_file_without_orders_is_bad_input(postroom: Postroom) -> None:
    letter = postroom.folder / "letter.txt"
    letter.write_text("Dear all,\nno orders here.\n", encoding="utf-8")
    done = postroom.run("import", str(letter))
    assert done.code == 2
    assert {one["reason"] for one in done.json["skipped"]} == {"malformed"}


def test_the_printed_shape_is_documented(postroom: Postroom) -> None:
    schema = postroom.run("schema", "import").json
    order = schema["$defs"]["ShopOrder"]["properties"]
    assert {"platform", "order_number", "recipient", "lines"} <= set(order)
    line = schema["$defs"]["ShopLine"]["properties"]
    wanted = {"sku", "description", "quantity", "unit_value", "currency", "hs_code", "origin"}
    assert wanted <= set(line)
