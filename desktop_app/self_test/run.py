"""Opens the window, books a parcel, prints it to files, and looks at what it needs beside that."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import PySide6
from PySide6.QtWidgets import QApplication

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, OTHER
from desktop_app.cli.output import Output
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.self_test.machine import barcodes_of, load_resources, try_key_vault
from desktop_app.self_test.steps import Steps, Stopped, Wrong
from desktop_app.services.examples import practice_parcel
from desktop_app.services.office import Office
from desktop_app.services.ports import Secrets
from desktop_app.services.progress import QuietProgress
from desktop_app.system.versions import versions
from desktop_app.ui.driver import Driver
from desktop_app.ui.start import make_application, without_a_display
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.workspace import Workspace

OpenOffice = Callable[[Arguments], Office]
_PAPERS = (LabelPaper.A4, LabelPaper.SIX_BY_FOUR)


def run_self_test(arguments: Arguments, open_office: OpenOffice, vault: Secrets) -> int:
    """0 when all is well, 1 with the failed step's name; `--json` prints times and findings.

    It works in a folder of its own and against its own practice service: the user's shipments,
    accounts and secrets are neither read nor changed.
    """
    steps = Steps(Output(as_json=arguments.json))
    found = versions(PySide6.__version__)
    for name, version in found.items():
        steps.output.say(f"    {name:<10} {version}")
    if without_a_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        steps.note("There is no display here: the window is opened where nobody sees it.")
    with tempfile.TemporaryDirectory(prefix="postroom-self-test-") as folder, suppress(Stopped):
        own = replace(arguments, data_dir=Path(folder), account="", api_url="")
        _all_steps(steps, own, open_office, vault)
    steps.output.result(
        {
            "versions": found,
            "seconds": steps.seconds,
            "notes": steps.notes,
            "problems": steps.problems,
        }
    )
    return OTHER if steps.problems else DONE


def _all_steps(steps: Steps, arguments: Arguments, open_office: OpenOffice, vault: Secrets) -> None:
    with steps.step("toolkit"):
        application = make_application()
    with steps.step("resources"):
        loaded = load_resources(application)
    steps.note(loaded)
    with steps.step("key vault"):
        missing = try_key_vault(vault)
    if missing:
        steps.note(missing)
    with steps.step("database"):
        office = open_office(arguments)
        office.settings.save(office.settings.load().model_copy(update={"welcomed": True}))
        record = office.drafts.new(practice_parcel())
        if office.drafts.get(record.id).shipment != record.shipment:
            raise Wrong("The database gave back another draft than it was given.")
    try:
        _in_the_window(steps, office, record, application)
    finally:
        office.close()


def _in_the_window(
    steps: Steps, office: Office, record: ShipmentRecord, application: QApplication
) -> None:
    with steps.step("window"):
        apply_theme(application, office.settings.load().theme)
        window = Workspace(office)
        window.resize(1280, 800)
        window.show()
        window.begin()
        driver = Driver(window)
        driver.settle()
    try:
        bought = _bought(steps, office, record)
        with steps.step("list"):
            window.list.reload()
            driver.settle()
            if [row.id for row in window.list.model.rows()] != [bought.id]:
                raise Wrong("The list does not show the shipment.")
    finally:
        window.close()
    _labels(steps, office, bought)


def _bought(steps: Steps, office: Office, record: ShipmentRecord) -> ShipmentRecord:
    progress = QuietProgress()
    with steps.step("order"):
        record = office.booking.order(record, "cheapest", progress)
        if record.order is None:
            raise Wrong("The practice service made no order.")
    with steps.step("payment"):
        return office.paying.pay_with_prepay(record.id, record.order.price.total, progress)


def _labels(steps: Steps, office: Office, record: ShipmentRecord) -> None:
    with steps.step("labels"):
        fetched = office.labelling.fetch(record.id, QuietProgress())
        numbers = {one.number for one in fetched.consignments}
    with steps.step("barcodes"), tempfile.TemporaryDirectory() as folder:
        for paper in _PAPERS:
            pdf = office.labelling.save(record.id, paper, Path(folder)).read_bytes()
            if not numbers & barcodes_of(pdf, office.papers):
                raise Wrong(f"No scanner reads the consignment number on the {paper} label.")
    with steps.step("printers"):
        found = len(office.printers.available())
    steps.note(f"{found} printers")
