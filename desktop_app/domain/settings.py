"""Everything the user has set, as one typed value. Secrets are never part of it."""

from decimal import Decimal

from pydantic import Field

from desktop_app.domain.account import PRACTICE_ID, Account
from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration
from desktop_app.domain.look import Theme
from desktop_app.domain.paper import LabelPaper, PrintOrder
from desktop_app.domain.parcel import ParcelPreset
from desktop_app.domain.service_rule import ServiceRule
from desktop_app.domain.value import Value


class PrintSettings(Value):
    """How labels are printed. `straight_to` names the printer used without asking; "": ask.

    `order` and `slips` are how those of a day are printed: in which order, and whether each is
    followed by its packing slip.
    """

    paper: LabelPaper = LabelPaper.A4
    straight_to: str = ""
    a4_printer: str = ""
    label_printer: str = ""
    order: PrintOrder = PrintOrder.LIST
    slips: bool = False

    def printer_for(self, paper: LabelPaper) -> str:
        """The printer that is used for a paper without asking; "" asks each time."""
        is_label = paper is LabelPaper.SIX_BY_FOUR
        return (self.label_printer if is_label else self.a4_printer) or self.straight_to


class SpendingLimits(Value):
    """In pounds with VAT; None: no limit. Nobody pays more without having been asked."""

    one_order: Decimal | None = Field(default=None, ge=0)
    one_day: Decimal | None = Field(default=None, ge=0)


class Settings(Value):
    """One file of settings; every field has a sensible default.

    `rules` choose the service of each parcel of a day, the first that holds. Shipments of the
    last `duplicate_days` are compared with those to be bought.
    `layouts` holds what the window remembers of itself (column widths, sizes) as opaque text.
    """

    welcomed: bool = False
    account_id: str = PRACTICE_ID
    accounts: tuple[Account, ...] = ()
    sender: Address = Address(country="GBR")
    customs: CustomsDeclaration = CustomsDeclaration()
    extras: tuple[str, ...] = ()
    presets: tuple[ParcelPreset, ...] = ()
    rules: tuple[ServiceRule, ...] = ()
    duplicate_days: int = Field(default=14, ge=0, le=365)
    spending: SpendingLimits = SpendingLimits()
    printing: PrintSettings = PrintSettings()
    theme: Theme = Theme.SYSTEM
    language: str = ""
    layouts: dict[str, str] = Field(default_factory=dict)
