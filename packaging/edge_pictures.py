"""Pictures of what goes wrong or is unusual: lost networks, refusals, long and foreign names.

    python packaging/edge_pictures.py [FOLDER]

Each picture is the whole window on fakes, light and dark, in the usual and in the smallest size.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLabel, QWidget  # noqa: E402

from desktop_app.domain.address import Address  # noqa: E402
from desktop_app.domain.errors import (  # noqa: E402
    DiskFull,
    KeyVaultError,
    NameNotFound,
    Refused,
    TimedOut,
)
from desktop_app.domain.look import Theme  # noqa: E402
from desktop_app.domain.problem import Problem  # noqa: E402
from desktop_app.domain.settings import Settings  # noqa: E402
from desktop_app.domain.shipment import Shipment  # noqa: E402
from desktop_app.flow.steps import Step  # noqa: E402
from desktop_app.services.examples import practice_parcel, practice_parcel_abroad  # noqa: E402
from desktop_app.ui.dialogs.address import AddressDialog  # noqa: E402
from desktop_app.ui.dialogs.settings import SettingsDialog  # noqa: E402
from desktop_app.ui.driver import Driver, NotSeen  # noqa: E402
from desktop_app.ui.start import make_application  # noqa: E402
from desktop_app.ui.theme.apply import apply_theme  # noqa: E402
from desktop_app.ui.workspace import Workspace  # noqa: E402
from tests.fakes.fake_broker import FakeBroker  # noqa: E402
from tests.fakes.office import (  # noqa: E402
    PARCEL,
    RECIPIENT,
    SENDER,
    FakeOffice,
    make_office,
)
from tests.ui.window.windows import labelled  # noqa: E402
from tests.ui.wizard.opened import ordered, raising, waiting  # noqa: E402

FOLDER = ROOT / "build" / "edges"
SIZES = ((1280, 800), (1024, 700))
OFFLINE = NameNotFound("Parcel2Go was not found on the network.")
FOREIGN = (
    ("Donaudampfschifffahrtsgesellschaftskapitänswitwenverein", "Rindfleischetikettierung GmbH"),
    ("山田 太郎（やまだ たろう）", "株式会社日本文房具製造販売"),
    ("محمد عبد الرحمن الشريف", "شركة الشحن"),
    ("Zoë 🎁 O’Malley-Łukasiewicz", "Ünïcödé & Søns"),
)


@dataclass
class Stage:
    """The window of one picture, and the fakes behind it."""

    fake: FakeOffice
    driver: Driver

    @property
    def window(self) -> Workspace:
        """The whole window."""
        return self.driver.window

    def send(self, shipment: Shipment, to: Step) -> None:
        """Opens the wizard and walks to a step by its strong button."""
        self.window.new_shipment(shipment)
        self.driver.settle()
        while self.driver.wizard.step is not to:
            before = self.driver.wizard.step
            self.driver.press()
            self.driver.wait_until(lambda: self.driver.wizard.step is not before, f"past {before}")  # noqa: B023
            self.driver.settle()

    def press(self, name: str = "") -> None:
        """The strong button, or another one by its name."""
        self.driver.press_button(name) if name else self.driver.press()
        self.driver.settle()

    def fail(self, failure: Exception, *calls: str) -> None:
        """From now on the service does this."""
        for call in calls:
            self.fake.broker.before[call] = raising(failure)


def offline_at_quotes(stage: Stage) -> None:
    """No network when prices are wanted."""
    stage.fail(OFFLINE, "quotes", "countries", "services", "prepay_balance")
    stage.window.new_shipment(practice_parcel())


def slow_quotes_failed(stage: Stage) -> None:
    """No answer in time."""
    stage.fail(TimedOut("Parcel2Go did not answer within 30 seconds."), "quotes")
    stage.window.new_shipment(practice_parcel())


def nothing_offered(stage: Stage) -> None:
    """No courier takes it."""
    stage.fake.broker.offered = ()
    stage.window.new_shipment(practice_parcel())


def refused_address(stage: Stage) -> None:
    """The service does not know the postcode."""
    stage.send(practice_parcel(), Step.REVIEW)
    message = "Parcel2Go does not know the postcode YO17 7LL in Malton."
    problem = Problem(field="recipient.postcode", message=message)
    stage.fail(Refused("Parcel2Go did not take the order.", (problem,)), "create_order", "verify")
    stage.press()


def refused_customs(stage: Stage) -> None:
    """The service does not take a commodity code."""
    stage.send(practice_parcel_abroad(), Step.REVIEW)
    field = "parcels[0].contents[0].commodity_code"
    problem = Problem(field=field, message="6404199000 is not a code that the USA knows.")
    stage.fail(Refused("Parcel2Go did not take the customs declaration.", (problem,)),
               "create_order", "verify")  # fmt: skip
    stage.press()


def refused_without_a_field(stage: Stage) -> None:
    """A refusal that names no field."""
    stage.send(practice_parcel(), Step.REVIEW)
    stage.fail(Refused("This service is not available from Scarborough today."),
               "create_order", "verify")  # fmt: skip
    stage.press()


def uncertain_payment(stage: Stage) -> None:
    """The answer to a payment was lost."""
    stage.send(practice_parcel(), Step.PAY)
    lost = TimedOut("Parcel2Go did not answer within 30 seconds.")

    def lose() -> None:
        stage.fail(lost, "read_order")
        raise lost

    stage.fake.broker.before["pay_with_prepay"] = lose
    stage.press()


def balance_too_low(stage: Stage) -> None:
    """PrePay holds less than the price."""
    stage.fake.broker.balance = Decimal("1.20")
    stage.send(practice_parcel(), Step.PAY)


def waiting_offline(stage: Stage) -> None:
    """Waiting for the browser while the network is gone."""
    record = waiting(stage.fake)
    stage.fail(OFFLINE, "read_order", "prepay_balance")
    stage.window.open_shipment(record.id)


def labels_late(stage: Stage) -> None:
    """Paid, and the courier's labels do not come."""
    stage.send(practice_parcel(), Step.PAY)
    stage.fail(OFFLINE, "labels")
    stage.press()
    stage.driver.wait_for_step(Step.LABELS)


def forty_parcels(stage: Stage, to: Step = Step.PARCELS) -> None:
    """Forty, of which some are equal."""
    one = practice_parcel().parcels[0]
    heavier = one.model_copy(update={"weight_kg": Decimal(7), "contents_summary": "Winter boots"})
    parcels = (one,) * 25 + (heavier,) * 14 + (PARCEL,)
    shipment = practice_parcel().model_copy(update={"parcels": parcels})
    stage.send(shipment, Step.REVIEW)
    stage.driver.wizard.go_to_step(to)


def forty_reviewed(stage: Stage) -> None:
    """The same, reviewed."""
    forty_parcels(stage, Step.REVIEW)


def foreign(number: int) -> Address:
    """An address with a name that is hard to lay out."""
    name, company = FOREIGN[number % len(FOREIGN)]
    changed = {
        "name": name, "organisation": company,
        "town": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "country": "DEU",
    }  # fmt: skip
    return RECIPIENT.model_copy(update=changed)


def foreign_form(stage: Stage) -> None:
    """Long words in the address form."""
    stage.send(practice_parcel().model_copy(update={"recipient": foreign(0)}), Step.REVIEW)
    stage.driver.wizard.go_to_step(Step.ADDRESSES)


def foreign_review(stage: Stage) -> None:
    """Long words in the review."""
    stage.send(practice_parcel().model_copy(update={"recipient": foreign(0)}), Step.REVIEW)


def foreign_list(stage: Stage, chosen: int = 1) -> None:
    """Long and foreign names in the list and its details."""
    for number in range(len(FOREIGN)):
        stage.fake.office.drafts.new(
            practice_parcel().model_copy(
                update={"recipient": foreign(number), "reference": f"ORDER-{number}-" + "9" * 40}
            )
        )
    labelled(stage.fake)
    ordered(stage.fake)
    stage.window.show_list()
    stage.driver.settle()
    row = stage.window.list.model.rows()[chosen]
    stage.window.list.table.select([row.id])
    shown = stage.window.list.detail
    stage.driver.wait_until(lambda: row.reference in _words(shown), "the details")


def _words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def foreign_list_right_to_left(stage: Stage) -> None:
    """The same, with other details."""
    foreign_list(stage, 3)


def foreign_address_book(stage: Stage) -> None:
    """Long and foreign names in the address book."""
    for number in range(len(FOREIGN)):
        stage.fake.office.memory.add_recipient(foreign(number))
    stage.window.screens.show_address_book()


def empty_address_book(stage: Stage) -> None:
    """Nobody was sent a parcel yet."""
    stage.window.screens.show_address_book()


def new_address(stage: Stage) -> None:
    """The dialog, with what is missing marked."""
    stage.window.screens.show_address_book()
    stage.press("addressNew")
    dialog = stage.driver.find(AddressDialog, "addressDialog")
    dialog.keep.click()


def empty_list(stage: Stage) -> None:
    """Nothing was sent yet."""
    stage.window.show_list()


def search_without_result(stage: Stage) -> None:
    """Nothing in the list is called so."""
    foreign_list(stage)
    stage.driver.settle()
    stage.window.list.focus_search()
    stage.window.list.search.setText("Rumpelstiltskin")
    stage.driver.wait_until(lambda: not stage.window.list.model.rows(), "nothing found")


def locked_vault(stage: Stage) -> None:
    """The secret cannot be kept."""
    stage.window.open_settings("accounts")
    stage.driver.settle()
    dialog = stage.driver.find(SettingsDialog, "settingsDialog")
    dialog.accounts.form.client_id.setText("0123456789abcdef:shop")
    dialog.accounts.form.secret.setText("s3cret")
    stage.fake.secrets.fails_with = KeyVaultError("The key vault is locked.")
    dialog.accounts.form.connect_button.click()


def settings(page: str) -> Callable[[Stage], None]:
    """One page of the settings."""

    def opened(stage: Stage) -> None:
        stage.window.open_settings(page)

    return opened


def full_disk(stage: Stage) -> None:
    """What is typed cannot be written."""
    stage.send(practice_parcel(), Step.REVIEW)
    stage.driver.wizard.go_to_step(Step.ADDRESSES)
    stage.driver.settle()
    stage.fake.shipments.fails_with = DiskFull("The disk is full.")
    stage.driver.type("recipient.street", "Far Longer Street")
    stage.driver.wait_until(lambda: stage.driver.wizard.strip.text, "the disk is full")


def nothing_filled_in(stage: Stage) -> None:
    """Continue on an empty address."""
    stage.window.new_shipment()
    stage.driver.settle()
    stage.press()


def no_parcel_filled_in(stage: Stage) -> None:
    """Continue on an empty parcel."""
    shipment = practice_parcel()
    empty = shipment.model_copy(update={"parcels": Shipment().parcels, "value_gbp": None})
    stage.send(empty, Step.PARCELS)
    stage.press()


SCENES: dict[str, Callable[[Stage], None]] = {
    **{scene.__name__.replace("_", "-"): scene for scene in (
        offline_at_quotes, slow_quotes_failed, nothing_offered, refused_address, refused_customs,
        refused_without_a_field, uncertain_payment, balance_too_low, waiting_offline, labels_late,
        forty_parcels, forty_reviewed, foreign_form, foreign_review, foreign_list,
        foreign_list_right_to_left, foreign_address_book, empty_address_book, new_address,
        empty_list, search_without_result, locked_vault, full_disk, nothing_filled_in,
        no_parcel_filled_in,
    )},
    **{f"settings-{page}": settings(page) for page in
       ("sender", "accounts", "printing", "appearance", "data")},
}  # fmt: skip


def main(folder: Path, wanted: str = "") -> int:
    """Takes every picture whose name has `wanted` in it; 0 when all could be taken."""
    application = make_application()
    missing = 0
    for theme in (Theme.LIGHT, Theme.DARK):
        apply_theme(application, theme)
        for width, height in SIZES:
            place = folder / f"{theme}-{width}x{height}"
            place.mkdir(parents=True, exist_ok=True)
            for name, scene in SCENES.items():
                if wanted in name:
                    missing += not _taken(scene, (width, height), place / f"{name}.png")
    return int(missing > 0)


def _taken(scene: Callable[[Stage], None], size: tuple[int, int], file: Path) -> bool:
    fake = make_office(Settings(welcomed=True, sender=SENDER), FakeBroker())
    window = Workspace(fake.office)
    window.resize(*size)
    window.show()
    window.activateWindow()
    window.begin()
    driver = Driver(window, 15)
    driver.settle()
    try:
        scene(Stage(fake, driver))
        if scene is not full_disk:  # which is never quiet: it has something to save
            driver.settle()
    except NotSeen as reason:
        sys.stderr.write(f"{file.stem}: {reason} was not seen\n")
        return False
    finally:
        _keep(window, file)
    return True


def _keep(window: Workspace, file: Path) -> None:
    """The dialog in front, if there is one, else the window; then both are closed."""
    dialogs = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal()]
    (dialogs[0] if dialogs else window).grab().save(str(file))
    for one in dialogs:
        one.close()
    window.close()
    window.deleteLater()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, *sys.argv[2:3]))
