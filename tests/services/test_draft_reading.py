"""Several draft files at once: all that can be read, or nothing where it cannot be kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import Cancelled, DiskFull
from desktop_app.services.draft_file import write_draft
from desktop_app.services.draft_reading import read_draft_files
from desktop_app.services.progress import QuietProgress
from tests.fakes.office import WHOLE, FakeOffice


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three drafts, and between them two files that are none."""
    paths = [tmp_path / f"{number}.json" for number in range(5)]
    for number in (0, 2, 4):
        shipment = WHOLE.model_copy(update={"reference": f"ORD-{number}"})
        paths[number].write_text(write_draft(shipment), encoding="utf-8")
    paths[1].write_bytes(b'{"reference": "Zo\xeb"}')
    paths[3].write_text('{"recipient": {"country": "Atlantis"}}', encoding="utf-8")
    return paths


def references(fake: FakeOffice) -> list[str]:
    return [record.shipment.reference for record in fake.shipments.records.values()]


def test_what_can_be_read_is_kept_and_each_other_file_named_once(
    fake: FakeOffice, files: list[Path]
) -> None:
    said: list[str] = []
    found = read_draft_files(fake.office.drafts, files, QuietProgress(said.append))
    assert [one.shipment.reference for one in found.made] == ["ORD-0", "ORD-2", "ORD-4"]
    assert references(fake) == ["ORD-0", "ORD-2", "ORD-4"]
    assert [text.count(".json") for text in found.unread] == [1, 1]
    assert found.unread[0] == "1.json is not UTF-8 text."
    assert found.unread[1].startswith("3.json: recipient.country: ")
    assert said[1] == "Reading 1.json (1 of 5)"


def after(words: str, do: Callable[[QuietProgress], None]) -> QuietProgress:
    """A progress that does something as soon as these words are said."""

    def said(text: str) -> None:
        if text == words:
            do(progress)

    progress = QuietProgress(said)
    return progress


@pytest.mark.parametrize("words", ["Reading 3.json (3 of 5)", "Keeping the drafts (1 of 3)"])
def test_stopped_midway_nothing_is_kept(fake: FakeOffice, files: list[Path], words: str) -> None:
    progress = after(words, QuietProgress.stop)
    with pytest.raises(Cancelled):
        read_draft_files(fake.office.drafts, files, progress)
    assert references(fake) == []


def test_what_cannot_be_kept_is_kept_not_even_in_part(fake: FakeOffice, files: list[Path]) -> None:
    def fill(_progress: QuietProgress) -> None:
        fake.shipments.fails_with = DiskFull("There is no room.")

    progress = after("Keeping the drafts (1 of 3)", fill)
    with pytest.raises(DiskFull):
        read_draft_files(fake.office.drafts, files, progress)
    assert references(fake) == []
