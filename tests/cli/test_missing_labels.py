"""A script is told when labels are missing, and gets those that are there."""

import json
from io import StringIO
from pathlib import Path

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.book import run_labels
from desktop_app.cli.output import Output
from tests.fakes.office import make_office
from tests.ui.wizard.opened import paid


def test_missing_labels_are_a_refusal_with_the_others_written(tmp_path: Path) -> None:
    fake = make_office()
    record = paid(fake)
    trouble = "1 label is missing."
    out, err = StringIO(), StringIO()
    arguments = Arguments(command="labels", shipment=record.id, out=tmp_path, json=True)
    assert run_labels(fake.office, arguments, Output(as_json=True, out=out, err=err)) == 0

    marked = fake.shipments.records[record.id].model_copy(update={"trouble": trouble})
    fake.shipments.records[record.id] = marked
    out = StringIO()
    assert run_labels(fake.office, arguments, Output(as_json=True, out=out, err=err)) == 3
    told = json.loads(out.getvalue())
    assert [problem["message"] for problem in told["problems"]] == [trouble]
    assert [Path(label).exists() for label in told["labels"]] == [True]
    assert trouble in err.getvalue()
