"""Everything a user can do, in one hand: what the window and the command line are given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.services.accounts import Accounts
from desktop_app.services.booking import Booking
from desktop_app.services.browser_sign_in import BrowserSignIn
from desktop_app.services.combining import Combining
from desktop_app.services.countries import Countries
from desktop_app.services.day_booking import DayBooking
from desktop_app.services.day_papers import DayPapers
from desktop_app.services.despatching import Despatching
from desktop_app.services.drafts import Drafts
from desktop_app.services.importing import Importing
from desktop_app.services.labelling import Labelling
from desktop_app.services.ledger import Ledger
from desktop_app.services.memory import Memory
from desktop_app.services.ordering import Ordering
from desktop_app.services.paying import Paying
from desktop_app.services.ports import Clock, Papers, Printers, SettingsStore
from desktop_app.services.preflight import Preflight
from desktop_app.services.quoting import Quoting
from desktop_app.services.settling import Settling
from desktop_app.services.shop_importing import ShopImporting
from desktop_app.services.shops import Shops
from desktop_app.services.spending import Spending
from desktop_app.services.tracking import Tracking


@dataclass(frozen=True)
class Office:
    """The services, wired (`wiring.py`); `close` lets go of everything they hold."""

    accounts: Accounts
    browser_sign_in: BrowserSignIn
    countries: Countries
    drafts: Drafts
    quoting: Quoting
    ordering: Ordering
    booking: Booking
    preflight: Preflight
    combining: Combining
    day: DayBooking
    paying: Paying
    spending: Spending
    ledger: Ledger
    settling: Settling
    labelling: Labelling
    day_papers: DayPapers
    tracking: Tracking
    memory: Memory
    shops: Shops
    despatching: Despatching
    importing: Importing
    shop_importing: ShopImporting
    settings: SettingsStore
    papers: Papers
    printers: Printers
    clock: Clock
    data_folder: Path | None
    read_notices: Callable[[], tuple[str, ...]]
    let_go: Callable[[], None]

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user must see about how files were found: a damaged one was set aside."""
        return self.read_notices()

    def close(self) -> None:
        """Closes connections and the database, and stops the practice service."""
        self.accounts.close()
        self.shops.close()
        self.let_go()
