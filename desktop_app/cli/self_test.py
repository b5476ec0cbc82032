"""`postroom self-test`: books a practice parcel from end to end, to see that this copy works."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, OTHER
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.shipment import Shipment
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress
from desktop_app.system.versions import versions


@dataclass
class _Steps:
    """How long each step took, seconds."""

    output: Output
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Times a step and says that it went well."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begun, 3)
        self.output.say(f"ok  {name:<12} {self.seconds[name]:6.2f} s")


def run_self_test(
    arguments: Arguments, open_office: Callable[[Arguments], Office], parcel: Shipment
) -> int:
    """Books `parcel` in a folder of its own against an own practice service; 0 when all is well."""
    output = Output(as_json=arguments.json)
    steps = _Steps(output)
    for name, version in versions().items():
        output.say(f"    {name:<12} {version}")
    with tempfile.TemporaryDirectory(prefix="postroom-self-test-") as folder:
        own = replace(arguments, data_dir=Path(folder), account="", api_url="")
        try:
            _book(own, open_office, parcel, steps, Path(folder))
        except PostroomError as failure:
            output.failure(failure)
            output.result({"seconds": steps.seconds, "problems": problems_of(failure)})
            return OTHER
    output.result({"versions": versions(), "seconds": steps.seconds, "problems": []})
    return DONE


def _book(
    arguments: Arguments,
    open_office: Callable[[Arguments], Office],
    parcel: Shipment,
    steps: _Steps,
    folder: Path,
) -> None:
    progress = QuietProgress()
    with steps.step("database"):
        office = open_office(arguments)
        record = office.drafts.new(parcel)
    try:
        with steps.step("order"):
            record = office.booking.order(record, "cheapest", progress)
        with steps.step("payment"):
            cost = record.order.price.total if record.order else None
            if cost is None:
                raise PostroomError("The practice service made no order.")
            office.paying.pay_with_prepay(record.id, cost, progress)
        with steps.step("labels"):
            office.labelling.fetch(record.id, progress)
            for paper in LabelPaper:
                path = office.labelling.save(record.id, paper, folder / "out")
                if not office.papers.pictures(path.read_bytes(), 72):
                    raise PostroomError(f"{path.name} has no pages.")
    finally:
        office.close()
