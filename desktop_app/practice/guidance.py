"""`/api/addressrules`, `/api/prohibiteditems` and `/api/faqs`. All three forms are ours: the
documents say what they are for, but not what they answer."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.address_rules import NEEDED, WITH_COUNTY
from desktop_app.practice.answers import Answer, Refusal, refused
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.country_rows import Country, find_country
from desktop_app.practice.finding import query
from desktop_app.practice.guard import signed_in

LENGTHS = {"ContactName": 50, "Property": 35, "Street": 50, "Town": 35, "Postcode": 10}
NAMES = {
    "contact_name": "ContactName", "property": "Property", "street": "Street", "town": "Town",
}  # fmt: skip
# Name, why, and the country it is about ("" for all).
BANNED = (
    ("Aerosols", "Pressurised cans may burst in the air.", ""),
    ("Alcohol", "Liquids that burn are dangerous goods.", ""),
    ("Ammunition", "Weapons and their parts are refused by every courier.", ""),
    ("Batteries", "Lithium batteries may catch fire. Inside a device they may travel.", ""),
    ("Cash", "Money and vouchers are never covered.", ""),
    ("Food", "Fresh food spoils on the way.", ""),
    ("Glass", "It may travel, but without cover against breakage.", ""),
    ("Knives", "Blades are refused by every courier.", ""),
    ("Perfume", "Perfume burns and may not fly.", ""),
    ("Plants", "Living things are refused by every courier.", ""),
    ("Seeds", "The United States do not let seeds in without a certificate.", "USA"),
    ("Tobacco", "Tobacco is refused by every courier.", ""),
)
RESTRICTED = frozenset({"Batteries", "Glass"})
QUESTIONS = (
    ("When do my labels come?", "<p>Shortly after the payment. Ask again after a while.</p>"),
    ("Can I cancel an order?", "<p>Not by the API. Please use the <b>help centre</b>.</p>"),
    ("Is this real?", "<p>No. Nothing is sent &amp; nothing is paid in practice.</p>"),
)


@signed_in("public-api")
async def address_rules(request: Request) -> Response:
    """Answer the rules of a country for a service; `serviceSlug` may be left out."""
    country = find_country(query(request, "iso3CountryCode"))
    if country is None:
        return refused([Refusal("Address", "Invalid delivery country")])
    slug = query(request, "serviceSlug")
    if slug and find_service(slug) is None:
        return refused([Refusal("Service", "The service could not be found.")])
    rules = [_rule(NAMES[field], sentence) for field, sentence in NEEDED.items()]
    if country.iso3 in WITH_COUNTY:
        rules.append(_rule("County", "Please enter the county"))
    return Answer({"Results": [*rules, *_postcode(country)]})


def _rule(field: str, sentence: str, pattern: str | None = None) -> dict[str, object]:
    return {
        "Field": field,
        "Required": True,
        "MaxLength": LENGTHS.get(field, 50),
        "Pattern": pattern,
        "Message": sentence,
    }


def _postcode(country: Country) -> list[dict[str, object]]:
    pattern = country.postcode_regex
    return [_rule("Postcode", "Please enter a valid postcode", pattern)] if pattern else []


@signed_in("public-api")
async def prohibited_items(request: Request) -> Response:
    """Answer what the search words bring up; without words, everything."""
    words = query(request, "searchTerm").lower().split()
    country = query(request, "iso3CountryCode").upper()
    found = [
        {
            "Name": name,
            "Reason": reason,
            "Restriction": "Restricted" if name in RESTRICTED else "Prohibited",
        }
        for name, reason, only in BANNED
        if only in {"", country} and (not words or _is_meant(name, words))
    ]
    return Answer({"Results": found})


def _is_meant(name: str, words: list[str]) -> bool:
    """Tell whether one of the words is a good part of the name: `knife` is not, `knive` is."""
    stem = name.lower().rstrip("s")
    return any(len(word) > 2 and (word.startswith(stem) or stem.startswith(word)) for word in words)


@signed_in("public-api")
async def faqs(_request: Request) -> Response:
    """Answer the questions, their answers in HTML."""
    return Answer({"Results": [{"Question": ask, "Answer": say} for ask, say in QUESTIONS]})
