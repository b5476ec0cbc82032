"""The services of the practice service: couriers, limits, tariffs and the extras each offers."""

from dataclasses import dataclass
from decimal import Decimal

STANDARD = ("Sms", "Cover", "ExtendedBaseCover")
SIGNED = ("Sms", "Signature", "Cover", "ExtendedBaseCover")
SHOP = (*SIGNED, "PrintInStore")
PREMIUM = ("Sms", "Signature", "Cover", "DeliveryGuarantee")


@dataclass(frozen=True)
class Courier:
    """Who carries; consignment numbers begin with `prefix`."""

    name: str
    slug: str
    drop_off_code: str
    prefix: str
    invoice_copies: int = 1


EVRI = Courier("Evri", "hermes", "MYHRMS", "H02A", 3)
INPOST = Courier("InPost", "inpost", "INPOST", "IP")
DPD = Courier("DPD", "dpd", "DPD", "1550")
PARCELFORCE = Courier("Parcelforce", "parcelforce", "PRCLFORCE", "PB")
UPS = Courier("UPS", "ups", "ACCESS", "1ZP2G", 4)
DHL = Courier("DHL", "dhl", "DHLSVCPNT", "JD00")
FEDEX = Courier("FedEx", "fedex", "FEDEX", "7700")
YODEL = Courier("Yodel", "yodel", "", "JJD")


@dataclass(frozen=True)
class Service:
    """What can be bought. Sizes in metres (height, width, length), weights in kg, money in pounds.

    `tariff` maps a zone to the price without VAT up to `first_kg` and for each kg beyond it.
    """

    slug: str
    name: str
    courier: Courier
    tariff: dict[str, tuple[Decimal, Decimal]]
    days: int
    max_kg: Decimal
    size: tuple[Decimal, Decimal, Decimal]
    max_cover: int
    extras: tuple[str, ...]
    collection: str = "Collection"
    delivery: str = "Door"
    printer: bool = True
    dimensions: bool = True
    included_cover: int = 0
    only_region: str = ""
    volumetric: bool = False
    first_kg: Decimal = Decimal(1)

    @property
    def drop_off_code(self) -> str:
        """The provider code of its drop shops; empty when the courier collects."""
        return "" if self.collection == "Collection" else self.courier.drop_off_code

    @property
    def speed(self) -> str:
        """How the service is classified."""
        return "Fast" if self.days <= 1 else "Medium" if self.days <= 3 else "Slow"

    @property
    def tags(self) -> tuple[str, ...]:
        """Words to filter by."""
        return (self.courier.slug, self.collection.lower(), self.speed.lower())


def _tariff(text: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Read `UK 2.59+0.31, EU 9.10+1.40`."""
    zones = (entry.split() for entry in text.split(","))
    return {
        zone: (Decimal(rate.split("+")[0]), Decimal(rate.split("+")[1])) for zone, rate in zones
    }


def _size(text: str) -> tuple[Decimal, Decimal, Decimal]:
    height, width, length = (Decimal(side) for side in text.split("x"))
    return height, width, length


SERVICES = (
    Service(
        "inpost", "InPost Locker Drop-Off", INPOST, _tariff("UK 3.24+0.22"), 2, Decimal(15),
        _size("0.41x0.38x0.64"), 500, ("Sms", "Cover", "ExtendedBaseCover", "PrintInStore"),
        collection="Locker", printer=False,
    ),
    Service(
        "inpost-locker-to-locker", "InPost Locker to Locker", INPOST, _tariff("UK 2.41+0.18"), 3,
        Decimal(15), _size("0.41x0.38x0.64"), 200, ("Cover", "PrintInStore"),
        collection="Locker", delivery="Shop", printer=False,
    ),
    Service(
        "myhermes-parcelshop", "Evri ParcelShop Drop-Off", EVRI, _tariff("UK 2.89+0.37"), 3,
        Decimal(15), _size("0.8x0.8x1.2"), 1000, SHOP, collection="Shop", printer=False,
    ),
    Service(
        "myhermes-parcelshop-postable", "Evri ParcelShop Postable", EVRI, _tariff("UK 2.19+0.00"),
        3, Decimal(1), _size("0.03x0.23x0.35"), 100, ("Sms", "Signature", "Cover"),
        collection="Shop",
    ),
    Service(
        "hermes-uk-economy", "Evri Collection", EVRI, _tariff("UK 3.39+0.39"), 3, Decimal(15),
        _size("0.8x0.8x1.2"), 1000, SIGNED, dimensions=False,
    ),
    Service(
        "hermes-light-and-large", "Evri Light and Large", EVRI, _tariff("UK 9.99+0.50"), 4,
        Decimal(15), _size("0.9x1.1x1.8"), 1000, STANDARD,
    ),
    Service(
        "dpd", "DPD Next Day", DPD, _tariff("UK 6.15+0.29"), 1, Decimal(30), _size("0.6x0.7x1.2"),
        5000, PREMIUM, included_cover=20,
    ),
    Service(
        "dpd-drop-off", "DPD Pickup Drop-Off", DPD, _tariff("UK 4.99+0.31"), 1, Decimal(20),
        _size("0.5x0.6x1.0"), 2500, SHOP, collection="Shop",
    ),
    Service(
        "parcelforce-express-24", "Parcelforce Express 24", PARCELFORCE, _tariff("UK 10.99+0.42"),
        1, Decimal(30), _size("0.9x0.9x1.5"), 2500, PREMIUM, included_cover=100, volumetric=True,
    ),
    Service(
        "parcelforce-express-48", "Parcelforce Express 48", PARCELFORCE, _tariff("UK 8.79+0.38"),
        2, Decimal(30), _size("0.9x0.9x1.5"), 2500, SIGNED, included_cover=100, volumetric=True,
    ),
    Service(
        "parcelforce-express-48-drop-off", "Parcelforce Express 48 Drop-Off", PARCELFORCE,
        _tariff("UK 7.35+0.38"), 2, Decimal(20), _size("0.8x0.8x1.0"), 2500, SHOP,
        collection="Shop", included_cover=100,
    ),
    Service(
        "dhl-som-s2c-nd", "DHL ServicePoint Next Day", DHL, _tariff("UK 5.49+0.33"), 1,
        Decimal(25), _size("0.5x0.6x1.2"), 1000, SHOP, collection="Shop",
    ),
    Service(
        "fedex-uk-express", "FedEx UK Express", FEDEX, _tariff("UK 7.89+0.55"), 1, Decimal(30),
        _size("0.7x0.8x1.5"), 2500, PREMIUM, volumetric=True,
    ),
    Service(
        "yodel-northern-ireland", "Yodel Northern Ireland", YODEL, _tariff("UK 5.29+0.45"), 3,
        Decimal(20), _size("0.6x0.6x1.2"), 500, STANDARD, only_region="NIR",
    ),
    Service(
        "myhermes-international-parcelshop", "Evri International ParcelShop", EVRI,
        _tariff("NEAR 7.10+1.25, EU 8.25+1.60, EUROPE 11.90+2.20, AMERICA 13.40+4.60,"
                " WORLD 14.90+5.80"),
        8, Decimal(15), _size("0.8x0.8x1.2"), 500, STANDARD, collection="Shop",
    ),
    Service(
        "dpd-classic", "DPD Classic", DPD,
        _tariff("NEAR 11.19+0.55, EU 12.49+0.80, EUROPE 16.95+1.20"), 4, Decimal(30),
        _size("0.6x0.7x1.2"), 2500, SIGNED,
    ),
    Service(
        "ups-access-point-dap", "UPS Access Point", UPS,
        _tariff("NEAR 9.85+0.90, EU 10.95+1.15, EUROPE 17.20+1.75, AMERICA 19.80+3.40,"
                " WORLD 23.60+4.90"),
        5, Decimal(20), _size("0.5x0.6x1.0"), 5000, ("Signature", "Cover", "DeliveryGuarantee"),
        collection="Shop", volumetric=True,
    ),
    Service(
        "parcelforce-global-priority", "Parcelforce Global Priority", PARCELFORCE,
        _tariff("NEAR 19.95+1.10, EU 21.45+1.30, EUROPE 24.90+2.10, AMERICA 27.50+3.90,"
                " WORLD 31.20+4.75"),
        5, Decimal(30), _size("0.9x0.9x1.5"), 2500, ("Sms", "Signature", "Cover"),
        included_cover=50, volumetric=True,
    ),
    Service(
        "dhl-express-worldwide", "DHL Express Worldwide", DHL,
        _tariff("NEAR 24.90+1.95, EU 26.90+2.30, EUROPE 31.50+3.20, AMERICA 33.75+4.80,"
                " WORLD 39.40+6.10"),
        2, Decimal(70), _size("1.0x1.0x1.2"), 10_000, PREMIUM, volumetric=True,
    ),
)  # fmt: skip


def find_service(slug: str) -> Service | None:
    """Find a service by its slug, in any casing."""
    wanted = slug.strip().lower()
    return next((service for service in SERVICES if service.slug == wanted), None)
