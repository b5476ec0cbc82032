"""eBay's order reports: of the Seller Hub in several countries, and those of before."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Days, Layout

_ORDER = ("order number", "order id", "bestellnummer", "numero de commande")
_RECORD = ("sales record number", "verkaufsprotokollnummer", "numero du dossier de vente")
_COLUMNS = {
    Field.ORDER: (*_ORDER, *_RECORD),
    Field.SERVICE: ("delivery service", "shipping service", "postage service", "versandservice"),
    Field.NOTE: ("buyer note", "anmerkung des kaufers", "hinweis des kaufers"),
    Field.DISPATCHED: (
        "dispatched on date", "shipped on date", "posted on date", "dispatch date", "versanddatum",
        "versendet am", "date d expedition", "date d envoi",
    ),
    Field.PAID: ("paid on date", "zahlungsdatum", "bezahlt am", "date de paiement"),
    Field.UNIT_PRICE: ("sold for", "sale price", "verkauft fur", "verkaufspreis", "vendu pour",
                       "prix de vente"),
    Field.BILL_NAME: ("buyer name", "buyer fullname", "name des kaufers", "nom de l acheteur"),
}  # fmt: skip
_HUB, _OLD = "Seller Hub", "Selling Manager"


def _layout(name: str, *signs: tuple[str, ...], **other: object) -> Layout:
    made = Layout("ebay", name, tuple(frozenset(sign) for sign in signs), _COLUMNS)
    return made._replace(**other)  # type: ignore[arg-type]


LAYOUTS = (
    _layout(
        _HUB,
        ("sales record number", "order number", "buyer username", "post to name"),
        ("order number", "post to name", "item title"),
        ("sales record number", "post to name"),
    ),
    _layout(
        f"{_HUB} (US)",
        ("sales record number", "order number", "buyer username", "ship to name"),
        ("order number", "ship to name", "ship to zip", "item title"),
        ("sales record number", "ship to name"),
        days=Days.MONTH_FIRST,
        currency="USD",
    ),
    _layout(
        f"{_HUB} (DE)",
        ("verkaufsprotokollnummer", "bestellnummer"),
        ("verkaufsprotokollnummer",),
        ("bestellnummer", "nutzername des kaufers"),
        decimal_comma=True,
        currency="EUR",
    ),
    _layout(
        f"{_HUB} (FR)",
        ("numero de commande", "pseudo de l acheteur"),
        ("numero de commande", "nom d utilisateur de l acheteur"),
        ("numero du dossier de vente", "numero de commande"),
        decimal_comma=True,
        currency="EUR",
    ),
    _layout(
        _OLD,
        ("sales record number", "user id", "buyer fullname"),
        ("sales record number", "user id", "buyer full name"),
        ("sales record number", "buyer fullname"),
    ),
    _layout(
        f"{_OLD} (US)",
        ("sales record number", "user id", "buyer fullname", "buyer zip"),
        days=Days.MONTH_FIRST,
        currency="USD",
    ),
)
