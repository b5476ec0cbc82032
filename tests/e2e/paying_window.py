"""A window in a process of its own that pays for a shipment: `FOLDER URL CLIENT_ID SHIPMENT`."""

import sys
from pathlib import Path

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.flow.steps import Step
from desktop_app.ui.driver import Driver
from desktop_app.ui.start import make_application
from desktop_app.ui.workspace import Workspace


def pay(folder: str, url: str, client_id: str, shipment: str) -> None:
    """Presses Pay, and stays until it is killed."""
    application = make_application()
    office = open_office(Arguments(data_dir=Path(folder), api_url=url, client_id=client_id))
    window = Workspace(office)
    window.show()
    window.begin()
    driver = Driver(window, 30)
    window.open_shipment(shipment)
    driver.wait_for_step(Step.PAY)
    driver.settle()
    driver.press()
    application.exec()


if __name__ == "__main__":
    pay(*sys.argv[1:])
