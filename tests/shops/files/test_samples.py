"""Every kind of order file that is known, and one that is not, against all that is in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.shop_order import OrderFile
from desktop_app.shops.files.order_file import read_order_file

HERE = Path(__file__).parent
SAMPLES = sorted(path.name for path in (HERE / "samples").iterdir())


def told(found: OrderFile) -> Any:  # noqa: ANN401 - JSON
    """What is compared: everything, without what is at its default."""
    return {
        "file": found.report.model_dump(mode="json", exclude_defaults=True),
        "orders": [one.model_dump(mode="json", exclude_defaults=True) for one in found.orders],
        "skipped": [[one.row, one.reason.value] for one in found.skipped],
        "notes": [[one.row, one.order_number, one.message] for one in found.notes],
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_whole(name: str) -> None:
    found = read_order_file(HERE / "samples" / name)
    expected = json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    assert told(found) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_no_row_of_a_sample_is_lost(name: str) -> None:
    found = read_order_file(HERE / "samples" / name)
    assert found.report.rows.is_whole
    assert found.report.rows.skipped == len(found.skipped)


def test_every_platform_has_a_sample() -> None:
    from desktop_app.shops.files.known import LAYOUTS  # noqa: PLC0415

    read = {read_order_file(HERE / "samples" / name).report.platform for name in SAMPLES}
    assert read == {layout.platform for layout in LAYOUTS} | {"other"}
