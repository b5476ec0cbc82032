"""What a column of an order file can hold, and the words by which headers in several languages
say so."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache


class Field(StrEnum):
    """What a column holds. Those of a person and a place are about the recipient, or, with
    BILL in front, about the buyer."""

    ORDER = "order"
    DATE = "date"
    STATUS = "status"
    CANCELLED = "cancelled"
    REFUND_STATUS = "refund-status"
    DISPATCHED = "dispatched"
    LINE_STATUS = "line-status"
    PAID = "paid"
    SERVICE = "service"
    NOTE = "note"
    WEIGHT = "weight"
    CURRENCY = "currency"
    NAME = "name"
    FIRST = "first-name"
    LAST = "last-name"
    COMPANY = "company"
    LINE1 = "address-1"
    LINE2 = "address-2"
    LINE3 = "address-3"
    TOWN = "town"
    COUNTY = "county"
    POSTCODE = "postcode"
    COUNTRY = "country"
    EMAIL = "email"
    PHONE = "phone"
    BILL_NAME = "bill-name"
    BILL_FIRST = "bill-first-name"
    BILL_LAST = "bill-last-name"
    BILL_COMPANY = "bill-company"
    BILL_LINE1 = "bill-address-1"
    BILL_LINE2 = "bill-address-2"
    BILL_LINE3 = "bill-address-3"
    BILL_TOWN = "bill-town"
    BILL_COUNTY = "bill-county"
    BILL_POSTCODE = "bill-postcode"
    BILL_COUNTRY = "bill-country"
    BILL_EMAIL = "bill-email"
    BILL_PHONE = "bill-phone"
    SKU = "sku"
    TITLE = "title"
    VARIATION = "variation"
    QUANTITY = "quantity"
    TO_SHIP = "quantity-to-ship"
    UNIT_PRICE = "unit-price"
    LINE_PRICE = "line-price"
    HS_CODE = "hs-code"
    ORIGIN = "origin"
    UNIT_WEIGHT = "unit-weight"
    NEEDS_SHIPPING = "needs-shipping"
    KIND = "kind"
    LINES = "lines"


ADDRESS = (
    Field.NAME, Field.FIRST, Field.LAST, Field.COMPANY, Field.LINE1, Field.LINE2, Field.LINE3,
    Field.TOWN, Field.COUNTY, Field.POSTCODE, Field.COUNTRY, Field.EMAIL, Field.PHONE,
)  # fmt: skip
BILLING = {one: Field(f"bill-{one}") for one in ADDRESS}

# How a header says what its column holds, in English, German, French, Spanish and Italian. Words
# are parted by " | "; a star stands for the rest of a word, and "=" for the whole header. What is
# about less stands above: the first that is found counts.
_SHIP = (
    "ship | shipping | post to | delivery | deliver | dispatch to | recipient | recipients | "
    "consignee | destination | receiver | send to | envoye a | livraison | destinataire | "
    "expedition | envio | destinatario | spedizione | consegna | versand* | liefer* | empfanger*"
)
_BILL = (
    "buyer | buyers | billing | bill | invoice | customer | client | kaufer* | rechnung* | "
    "kunde* | acheteur | facturation | comprador | facturacion | acquirente | fatturazione"
)
_PLACES = {
    Field.EMAIL: "email | emails | e mail | mail | courriel",
    Field.PHONE: "phone* | telephone* | mobile | tel | telefon* | handy*",
    Field.POSTCODE: (
        "postcode* | post code | postal code | postalcode | zip | zipcode | plz | postleitzahl* | "
        "code postal | codigo postal | cap"
    ),
    Field.COUNTRY: "country | land | pays | pais | paese | nazione",
    Field.COUNTY: (
        "county | state | province | region | bundesland | staat | departement | provincia | "
        "etat | kanton"
    ),
    Field.TOWN: (
        "city | town | suburb | ort | wohnort | stadt | ville | ciudad | citta | localidad | "
        "locality"
    ),
    Field.COMPANY: (
        "company | organisation | organization | business | firma | firmenname | unternehmen | "
        "entreprise | societe | empresa | azienda"
    ),
    Field.FIRST: "first name | firstname | forename | given name | vorname* | prenom",
    Field.LAST: (
        "last name | lastname | surname | family name | nachname* | familienname | "
        "nom de famille | apellido | apellidos | cognome"
    ),
    Field.LINE2: (
        "address 2 | address2 | address line 2 | street 2 | street2 | addr 2 | adresse 2 | "
        "adresszeile 2 | adresse ligne 2 | anschrift 2 | direccion 2 | adresszusatz | "
        "complement d adresse | additional address | apartment | flat"
    ),
    Field.LINE3: (
        "address 3 | address3 | address line 3 | street 3 | street3 | addr 3 | adresse 3 | "
        "adresszeile 3 | anschrift 3 | direccion 3"
    ),
    Field.LINE1: (
        "address | address1 | street | street1 | addr | adresse | adresszeile | anschrift | "
        "strasse | rue | direccion | indirizzo"
    ),
    Field.NAME: "name | names | fullname | nom | nombre | nome",
}
_THINGS = {
    Field.HS_CODE: (
        "hs | hscode | commodity | tariff | tarif | taric | hts | zolltarif* | code douanier | "
        "harmonised | harmonized | customs code"
    ),
    Field.ORIGIN: "origin | ursprungsland | herkunftsland | origine | made in | manufactur*",
    Field.ORDER: (
        "order number | order no | order nr | order id | order ref | order reference | "
        "order name | =order | bestellnummer | bestell nummer | auftragsnummer | "
        "numero de commande | numero de la commande | dossier de vente | numero de pedido | "
        "numero ordine | reference | sales record number | verkaufsprotokoll* | purchase order | "
        "id commande"
    ),
    Field.DISPATCHED: (
        "shipped at | shipped on | shipped date | shipped time | date shipped | =shipped | "
        "shipped on date | dispatched on | dispatched date | date dispatched | =dispatched | "
        "despatched on | date despatched | =despatched | fulfilled at | posted on date | "
        "date posted | =ship date | =dispatch date | =despatch date | =dispatch time | "
        "=versanddatum | =versendet am | date d expedition | date d envoi"
    ),
    Field.CANCELLED: (
        "=cancelled | =canceled | cancelled at | canceled at | cancelled on | cancelled time | "
        "canceled time | cancelled date | =storniert am | date d annulation"
    ),
    Field.STATUS: "status | statut | estado | stato",
    Field.SKU: (
        "sku | custom label | product code | stock code | stockcode | item code | "
        "bestandseinheit | reference personnalisee | etiquette personnalisee | part number"
    ),
    Field.TO_SHIP: "quantity to ship",
    Field.QUANTITY: (
        "quantity | qty | menge | anzahl | stuckzahl | quantite | cantidad | quantita | "
        "number of items"
    ),
    Field.LINE_PRICE: (
        "line total | line subtotal | item total | item subtotal | row total | product total | "
        "zeilensumme | =line price | =line value"
    ),
    Field.UNIT_PRICE: (
        "unit price | unit value | unit cost | item price | item value | item cost | "
        "product price | sale price | price each | =price | =item price gbp | einzelpreis | "
        "stuckpreis | =preis | prix unitaire | =prix | precio | prezzo | sold for | "
        "verkauft fur | vendu pour"
    ),
    Field.CURRENCY: "currency | wahrung | devise | moneda | valuta",
    Field.UNIT_WEIGHT: "unit weight | item weight | product weight | stuckgewicht | poids unitaire",
    Field.WEIGHT: "weight | gewicht | poids | peso",
    Field.TITLE: (
        "item name | item title | item description | product name | product title | "
        "product description | article name | lineitem name | line item name | =title | "
        "=description | =item | =items | =product | =contents | *bezeichnung | angebotstitel | "
        "titel des angebots | artikelname | artikeltitel | produktname | =artikel | =titel | "
        "titre de l objet | titre de l annonce | titre | =produit | nom du produit | "
        "=designation | nombre del producto"
    ),
    Field.VARIATION: "variation | variations | variant | variationsdetails | variante",
    Field.SERVICE: (
        "shipping service | shipping method | shipping option | delivery service | "
        "delivery method | delivery option | postage service | service | service code | "
        "versandart | versandservice | mode de livraison | service de livraison | "
        "ship service level"
    ),
    Field.NOTE: (
        "note | notes | message | special instructions | instructions | comment | comments | "
        "hinweis | anmerkung* | nachricht | remarque | remarques | commentaire"
    ),
    Field.DATE: (
        "order date | order time | order created | sale date | sold on | purchase date | "
        "created at | created on | created time | creation date | date created | =created | "
        "=date | =datum | ordered on | verkaufsdatum | bestelldatum | date de vente | "
        "date de la vente | date de commande | date de la commande"
    ),
}
_PERSON = (
    "=recipient | =consignee | =receiver | =ship to | =deliver to | =destinataire | =empfanger | "
    "=destinatario"
)
# What only looks like one of these.
_OTHER = (
    "tax | vat | fee | fees | discount | refund | refunds | coupon | tracking | username | "
    "user id | transaction | listing | insurance | feedback | nutzername | pseudo | gutschein | "
    "steuer | tva | rabatt | identifier | by date | estimated | item number | item id | "
    "item location | item zip | item country | artikelnummer | paypal | payment | bezahl* | "
    "zahl* | paiement | promoted | original | subtotal | record id | sku id | sku quantity | "
    "quantity shipped | gift | device | location | ioss | eori | package | parcel | carrier | "
    "courier | provider | warehouse | cost of | sendungsnummer | suivi | shipping cost | "
    "shipping price | shipping total | shipping charge | shipping rate | shipping amount | "
    "=shipping | total price | total value | order value"
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("|".join(_part(word.strip()) for word in words.split("|")))


def _part(word: str) -> str:
    if word.startswith("="):
        return f"^{word[1:]}$"
    return rf"\b{word}\b".replace(r"*\b", r"\w*").replace(r"\b*", r"\w*")


_IS_SHIP, _IS_BILL, _IS_PERSON, _IS_OTHER = map(_pattern, (_SHIP, _BILL, _PERSON, _OTHER))
_PLACE_WORDS = {field: _pattern(words) for field, words in _PLACES.items()}
_THING_WORDS = {field: _pattern(words) for field, words in _THINGS.items()}


@cache
def field_of(header: str) -> Field | None:
    """What a header, as `headers.plain` writes it, says that its column holds; None: unknown."""
    if not header or _IS_OTHER.search(header):
        return None
    is_ship, is_bill = _IS_SHIP.search(header), _IS_BILL.search(header)
    if not is_ship and not is_bill:
        return _first(_THING_WORDS, header) or _first(_PLACE_WORDS, header)
    place = _first(_PLACE_WORDS, header)
    if place is None:
        return Field.NAME if _IS_PERSON.search(header) else _first(_THING_WORDS, header)
    return place if is_ship else BILLING[place]


def _first(words: Mapping[Field, re.Pattern[str]], header: str) -> Field | None:
    return next((field for field, pattern in words.items() if pattern.search(header)), None)
