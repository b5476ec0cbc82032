"""Thirty orders of all kinds, as people place them; each practice shop tells them in its way."""

from typing import NamedTuple


class Thing(NamedTuple):
    """A product: weight of one piece in grams (0: nobody entered it), size in millimetres."""

    sku: str
    name: str
    price: str
    grams: int
    code: str = ""
    origin: str = ""
    variant: str = ""
    size_mm: tuple[int, int, int] = (0, 0, 0)


class Bought(NamedTuple):
    """So much of it; `unit` "" counts pieces."""

    thing: Thing
    quantity: str = "1"
    unit: str = ""


class Place(NamedTuple):
    """Who and where, the country as two letters."""

    name: str
    street: str
    town: str
    postcode: str
    country: str
    region: str = ""
    extra: str = ""
    company: str = ""
    email: str = "buyer@example.com"
    phone: str = "07700900001"


class Case(NamedTuple):
    """One order. `state` is open, cancelled, sent, returned, closed, held, unpaid or partial."""

    place: Place | None
    bought: tuple[Bought, ...]
    state: str = "open"
    currency: str = "GBP"
    note: str = ""
    is_locked: bool = False


SOCKS = Thing("WS-40", "Wool socks", "9.95", 120, "61159400", "PT", "Black 40", (250, 100, 40))
MUG = Thing("MUG-1", "Stoneware mug", "14.50", 380, "69120023", "GB", "", (120, 100, 110))
PRINT = Thing("PR-A3", "Linocut print, A3", "45.00", 250, "49119100", "GB", "", (440, 320, 20))
LAMP = Thing("LMP-7", "Desk lamp", "89.00", 2400, "94052190", "CN", "Brass", (400, 200, 200))
RIBBON = Thing("RB-9", "Silk ribbon", "3.20", 20, "58061000", "IT", "Red")
CARD = Thing("CARD", "Birthday card", "2.75", 0, "", "", "")
SET = Thing("SET-2", "Tea set", "60.00", 3100, "69111000", "JP", "Blue", (350, 300, 200))

_HOME = (
    Place("Ann Field", "11 Saville Street", "Malton", "YO17 7LL", "GB", "North Yorkshire"),
    Place("Bo Green", "Flat 2, 5 Mill Lane", "York", "YO1 7EP", "GB", extra="Rear entrance"),
    Place("Cy O’Hara", "3 Castle Street", "Belfast", "BT1 1HB", "GB", "County Antrim"),
    Place("Di Mac Leod", "Tigh na Mara", "Portree", "IV51 9DB", "GB", company="Skye Crafts"),
    Place("Ed Le Page", "4 Smith Street", "St Peter Port", "GY1 2JN", "GG"),
    Place("Flo Hart", "The Old Forge", "Ludlow", "SY8 1AA", "GB", phone=""),
)
_ABROAD = (
    Place("Karin Lund", "Storgatan 1", "Stockholm", "111 22", "SE", extra="Lgh 3"),
    Place("Doris Daisy", "Daisyweg 2", "München", "80331", "DE", company="Daisy GmbH"),
    Place("Zoë Ångström", "Rue de l’Église 4", "Lyon", "69002", "FR"),
    Place("Pat Moore", "1500 California St", "San Francisco", "94109", "US", "CA"),
    Place("Lee Wong", "88 Queen’s Road", "Hong Kong", "", "HK"),
    Place("Siobhán Ryan", "7 Main Street", "Cork", "T12 X4VE", "IE"),
    Place("Ola Nordmann", "Karl Johans gate 5", "Oslo", "0154", "NO"),
    Place("Uli Meier", "Bahnhofstrasse 9", "Zürich", "8001", "CH"),
    Place("Jo Tan", "12 Orchard Road", "Singapore", "238826", "SG"),
    Place("Max Brown", "6 George Street", "Sydney", "2000", "AU", "NSW"),
)


def _open() -> list[Case]:
    """At home and abroad, one line and several, pounds and other money."""
    single = (SOCKS, MUG, PRINT, LAMP, SET, SOCKS)
    cases = [Case(place, (Bought(one),)) for place, one in zip(_HOME, single, strict=True)]
    money = ("SEK", "EUR", "EUR", "USD", "GBP", "EUR", "NOK", "CHF", "GBP", "AUD")
    for place, currency in zip(_ABROAD, money, strict=True):
        cases.append(Case(place, (Bought(SOCKS, "2"), Bought(MUG)), currency=currency))
    return cases


CASES: tuple[Case, ...] = (
    *_open(),
    Case(_HOME[0], (Bought(SOCKS, "3"), Bought(MUG, "2"), Bought(PRINT), Bought(LAMP))),
    Case(_HOME[1], (Bought(CARD, "10"),), note="Please write “Happy birthday, Sam”."),
    Case(_HOME[2], (Bought(CARD), Bought(MUG))),
    Case(_HOME[3], (Bought(RIBBON, "2.5", "m"),)),
    Case(_ABROAD[1], (Bought(RIBBON, "2", "yd³"), Bought(SOCKS)), currency="EUR"),
    Case(_HOME[4], (Bought(PRINT),), is_locked=True),
    Case(None, (Bought(SOCKS),)),
    Case(_HOME[5], (Bought(MUG),), "cancelled"),
    Case(_ABROAD[0], (Bought(LAMP),), "sent", "SEK"),
    Case(_HOME[0], (Bought(SOCKS),), "returned"),
    Case(_HOME[1], (Bought(SOCKS),), "closed"),
    Case(_HOME[2], (Bought(SET),), "held"),
    Case(_HOME[3], (Bought(SET),), "unpaid"),
    Case(_ABROAD[2], (Bought(SOCKS), Bought(MUG)), "partial", "EUR"),
)
THINGS = (SOCKS, MUG, PRINT, LAMP, RIBBON, CARD, SET)
