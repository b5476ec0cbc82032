"""What the services need from outside, by room: each port is met by an adapter elsewhere."""

from desktop_app.services.ports.broker import Broker
from desktop_app.services.ports.labels import (
    DocumentName,
    LabelVault,
    PagePicture,
    Papers,
    PrinterChoice,
    Printers,
    PrintJob,
)
from desktop_app.services.ports.memory import (
    AddressBook,
    CountryCache,
    KeptCountries,
    ProductMemory,
    SavedAddress,
)
from desktop_app.services.ports.money import Journal, PurchaseRow, Purchases, Refunds, TopUps
from desktop_app.services.ports.shipments import (
    DayRuns,
    Imports,
    OrderReader,
    ShipmentList,
    ShipmentRow,
    Shipments,
)
from desktop_app.services.ports.shop import Shop
from desktop_app.services.ports.surroundings import (
    Clock,
    PracticeAddress,
    PracticeService,
    Progress,
    Secrets,
    SettingsStore,
)

__all__ = [
    "AddressBook",
    "Broker",
    "Clock",
    "CountryCache",
    "DayRuns",
    "DocumentName",
    "Imports",
    "Journal",
    "KeptCountries",
    "LabelVault",
    "OrderReader",
    "PagePicture",
    "Papers",
    "PracticeAddress",
    "PracticeService",
    "PrintJob",
    "PrinterChoice",
    "Printers",
    "ProductMemory",
    "Progress",
    "PurchaseRow",
    "Purchases",
    "Refunds",
    "SavedAddress",
    "Secrets",
    "SettingsStore",
    "ShipmentList",
    "ShipmentRow",
    "Shipments",
    "Shop",
    "TopUps",
]
