"""Draft files that are written: the same shipment comes back, each under a name of its own."""

from pathlib import Path

import pytest

from desktop_app.domain.errors import StorageError
from desktop_app.services.draft_export import draft_file_name, export_draft, export_drafts
from desktop_app.services.draft_file import read_draft
from tests.fakes.office import WHOLE, make_office


def test_what_was_exported_reads_back_as_the_same_shipment(tmp_path: Path) -> None:
    drafts = make_office().office.drafts
    path = export_draft(drafts, drafts.new(WHOLE).id, tmp_path / "one.json")
    assert read_draft(path.read_text(encoding="utf-8")) == WHOLE


def test_several_of_one_reference_do_not_overwrite_one_another(tmp_path: Path) -> None:
    drafts = make_office().office.drafts
    ids = [drafts.new(WHOLE).id for _ in range(3)]
    paths = export_drafts(drafts, ids, tmp_path)
    assert sorted(paths) == sorted(tmp_path.iterdir())
    assert len(set(paths)) == 3


@pytest.mark.parametrize(
    ("reference", "name", "begins"),
    [
        ("ORD-1001", "Ann", "draft-ORD-1001-"),
        ("", "Ann Field", "draft-Ann-Field-"),
        ("../../etc/passwd", "", "draft-etc-passwd-"),
        ("", "", "draft-"),
        ("見本", "", "draft-"),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(reference: str, name: str, begins: str) -> None:
    assert draft_file_name("7f3a", reference, name) == f"{begins}7f3a.json"


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    drafts = make_office().office.drafts
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(StorageError):
        export_drafts(drafts, [drafts.new(WHOLE).id], taken)
