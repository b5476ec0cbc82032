"""Drives the real window through the whole main job and leaves a picture of each step."""

import os
import shutil
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QRadioButton

from desktop_app.cli.arguments import Arguments
from desktop_app.domain.address import Address
from desktop_app.domain.look import Theme
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel, practice_parcel_abroad
from desktop_app.services.office import Office
from desktop_app.ui.driver import Driver, NotSeen
from desktop_app.ui.start import make_application
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.workspace import Workspace

SIZE = (1280, 800)
_CARD = "4242424242424242"


def run_tour(arguments: Arguments, open_office: Callable[[Arguments], Office]) -> int:
    """Sends a parcel at home and one to the USA in a new folder; 0 when both were sent.

    Pictures, labels and data are left under `arguments.tour`. The theme and the window's size
    come from POSTROOM_TOUR_THEME and POSTROOM_TOUR_SIZE, which is how the README's pictures are
    made.
    """
    folder = (arguments.tour or Path("build/tour")).absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    office = open_office(replace(arguments, data_dir=folder / "data", account="practice"))
    application = make_application()
    theme = Theme(os.environ.get("POSTROOM_TOUR_THEME", Theme.LIGHT))
    apply_theme(application, theme)
    office.settings.save(office.settings.load().model_copy(update={"theme": theme}))
    window = Workspace(office)
    try:
        tour = Tour(window, folder, _size())
        tour.go()
        tour.say(f"Done. Pictures and labels are in {folder}")
    except NotSeen as missing:
        window.grab().save(str(folder / "stuck.png"))
        sys.stderr.write(f"The tour is stuck: {missing}. See {folder / 'stuck.png'}\n")
        return 1
    finally:
        window.close()
        office.close()
    return 0


def _size() -> tuple[int, int]:
    width, _, height = os.environ.get("POSTROOM_TOUR_SIZE", "").partition("x")
    return (int(width), int(height)) if width and height else SIZE


class Tour:
    """One walk through the window; each step is printed and pictured."""

    def __init__(self, window: Workspace, folder: Path, size: tuple[int, int]) -> None:
        self._window = window
        self._office = window.office
        self._driver = Driver(window)
        self._folder = folder
        self._number = 0
        self._customer = PracticeCustomer()
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.begin()

    def go(self) -> None:
        """The whole way."""
        self._welcome()
        self._send_at_home()
        self._send_abroad()
        self._look_around()

    def say(self, text: str) -> None:
        """A line on stdout."""
        print(text, flush=True)  # noqa: T201 - the tour speaks on the console

    def picture(self, name: str, text: str) -> None:
        """Waits until all is quiet, then keeps a picture of the window."""
        self._driver.settle()
        self._number += 1
        file = f"{self._number:02}-{name}.png"
        self._window.grab().save(str(self._folder / file))
        self.say(f"{file:<32} {text}")

    def _welcome(self) -> None:
        self.picture("welcome", "The first start: Practice needs nothing")
        self._driver.press_button("welcomePractice")
        self.picture("no-shipments", "An empty list says what belongs there")

    def _send_at_home(self) -> None:
        parcel = practice_parcel()
        self._window.new_shipment()
        driver = self._driver
        driver.wait_for_step(Step.ADDRESSES)
        driver.settle()
        self._type_address("sender", parcel.sender)
        self._type_address("recipient", parcel.recipient)
        self.picture("home-addresses", "From Scarborough to Malton, typed")
        driver.press()
        self._type_parcel(parcel)
        self.picture("home-parcels", "What is sent, how heavy, how large")
        driver.press()
        self._choose_service("home")
        driver.press()
        driver.wait_for_step(Step.REVIEW)
        self.picture("home-review", "The exact price, checked by the service")
        driver.press()
        driver.wait_for_step(Step.PAY)
        self.picture("home-pay", "Paying from PrePay")
        driver.press()
        self._labels("home")

    def _send_abroad(self) -> None:
        self._window.new_shipment(practice_parcel_abroad(self._office.settings.load().sender))
        driver = self._driver
        driver.wait_for_step(Step.QUOTES)
        driver.wizard.go_to_step(Step.ADDRESSES)
        self.picture("usa-addresses", "To New York; the sender is remembered")
        driver.press()
        driver.wait_for_step(Step.PARCELS)
        self.picture("usa-parcels", "With a list of what is in it")
        driver.press()
        self._choose_service("usa")
        driver.press()
        driver.wait_for_step(Step.CUSTOMS)
        self.picture("usa-customs", "Customs, because the countries list says so")
        driver.press()
        driver.wait_for_step(Step.REVIEW)
        self.picture("usa-review", "The exact price, checked by the service")
        driver.press()
        driver.wait_for_step(Step.PAY)
        driver.settle()
        driver.find(QRadioButton, "browserCardRadio").click()
        self.picture("usa-pay", "Paying in the browser this time")
        self._customer.listen()
        driver.press()
        driver.wait_until(lambda: self._customer.page, "the payment page in the browser")
        self.picture("usa-waiting", "Waiting for the payment, which may take its time")
        self._customer.pay()
        self.say(f"{'':<32} The practice card pays in the browser")
        self._labels("usa")

    def _look_around(self) -> None:
        self._window.show_list()
        self._driver.settle()
        rows = self._window.list.model.rows()
        self._window.list.table.select([rows[0].id])
        preview = self._window.list.detail.preview
        self._driver.wait_until(preview.isVisible, "the label in the details")
        self.picture("shipments", "Both are sent")

    def _type_address(self, where: str, address: Address) -> None:
        driver = self._driver
        driver.choose(f"{where}.country", address.country)
        names = (
            "name", "organisation", "property", "street", "town", "county", "postcode", "email",
            "phone",
        )  # fmt: skip
        for name in names:
            if value := getattr(address, name):
                driver.type(f"{where}.{name}", value)

    def _type_parcel(self, shipment: Shipment) -> None:
        driver = self._driver
        driver.wait_for_step(Step.PARCELS)
        parcel = shipment.parcels[0]
        driver.type("parcels[0].weight_kg", f"{parcel.weight_kg}")
        driver.type("parcels[0].length_cm", f"{parcel.length_cm}")
        driver.type("parcels[0].width_cm", f"{parcel.width_cm}")
        driver.type("parcels[0].height_cm", f"{parcel.height_cm}")
        driver.type("parcels[0].contents_summary", parcel.contents_summary)
        driver.type("value_gbp", f"{shipment.value_gbp}")
        driver.type("reference", shipment.reference)

    def _choose_service(self, prefix: str) -> None:
        driver = self._driver
        driver.wait_for_step(Step.QUOTES)
        driver.wait_until(lambda: driver.wizard.page.primary().enabled, "prices")
        self.picture(f"{prefix}-quotes", "Every courier's price, the cheapest that suits chosen")
        driver.press()
        driver.wait_for_step(Step.EXTRAS)
        self.picture(f"{prefix}-extras", "Only the extras this service has")

    def _labels(self, prefix: str) -> None:
        driver = self._driver
        driver.wait_until(lambda: driver.wizard.step is Step.LABELS, "the labels' page")
        record_id = driver.wizard.session.record.id
        self._picture_now(f"{prefix}-labels-waiting", "The labels are being made")
        driver.wait_until(lambda: driver.wizard.session.record.documents, "the labels")
        driver.wait_for_step(Step.LABELS)
        for paper in (LabelPaper.A4, LabelPaper.SIX_BY_FOUR):
            driver.choose("labels.paper", paper)
            self.picture(f"{prefix}-labels-{paper}", f"The label on {paper}")
            path = self._office.labelling.save(record_id, paper, self._folder / "labels")
            self.say(f"{'':<32} {path.name}")
        record = self._office.labelling.mark_printed(record_id, "", LabelPaper.SIX_BY_FOUR)
        self._tell(record)

    def _picture_now(self, name: str, text: str) -> None:
        """A picture of something that is still going on."""
        QCoreApplication.processEvents()
        self._number += 1
        file = f"{self._number:02}-{name}.png"
        self._window.grab().save(str(self._folder / file))
        self.say(f"{file:<32} {text}")

    def _tell(self, record: ShipmentRecord) -> None:
        order = record.order
        numbers = ", ".join(one.number for one in record.consignments)
        if order:
            paid = f"paid £{order.price.total:.2f}"
            self.say(f"{'':<32} Order {order.order_id}, {paid}, consignment {numbers}")


class PracticeCustomer(QObject):
    """Stands in for the browser: takes the payment page and pays it with the practice card."""

    def __init__(self) -> None:
        super().__init__()
        self.page = ""

    def listen(self) -> None:
        """From now on pages come here instead of into a browser."""
        QDesktopServices.setUrlHandler("http", self, "open_page")  # type: ignore[arg-type]

    @Slot(QUrl)
    def open_page(self, url: QUrl) -> None:
        """What the browser would be given."""
        self.page = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)

    def pay(self) -> None:
        """Fills in the practice card and sends the form, as the page asks."""
        QDesktopServices.unsetUrlHandler("http")
        form = urllib.parse.urlencode({"card": _CARD}).encode()
        if urllib.parse.urlsplit(self.page).hostname != "127.0.0.1":
            raise NotSeen("a payment page of the practice service")
        with urllib.request.urlopen(self.page, data=form, timeout=20) as answer:  # noqa: S310 - above
            answer.read()
