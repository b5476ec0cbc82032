"""`GET /api/countries`: where parcels can go, and where customs wants a declaration."""

from desktop_app.domain.country import Country, CountryBook
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.countries import WireCountry
from desktop_app.parcel2go.wire.reading import read_each, required_list


def countries(transport: Transport) -> CountryBook:
    """Every row, in the service's own order."""
    answer = transport.answer(get("/api/countries", "the countries"))
    rows = read_each(WireCountry, required_list(answer, "Countries", "Results"), answer)
    return CountryBook(rows=tuple(map(_country, rows)))


def _country(wire: WireCountry) -> Country:
    return Country(
        name=wire.name,
        alpha2=wire.iso2_code,
        alpha3=wire.iso3_code,
        requires_customs=wire.requires_customs,
        subdivision=wire.subdivision or None,
        postcode_pattern=wire.postcode_regex or None,
    )
