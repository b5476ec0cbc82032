"""Who is signed in, saved addresses and stored cards (facts, Me: as of 2016)."""

from desktop_app.parcel2go.wire.base import Loose, WireModel, Word


class WireProfile(WireModel):
    """The holder of the account."""

    forename: Loose = ""
    surname: Loose = ""
    email: Loose = ""


class WireSavedAddress(WireModel):
    """A saved address: `Name` here is what orders call `ContactName`."""

    name: Loose = ""
    contact_name: Loose = ""
    organisation: Loose = ""
    email: Loose = ""
    phone: Loose = ""
    property: Loose = ""
    street: Loose = ""
    locality: Loose = ""
    town: Loose = ""
    county: Loose = ""
    postcode: Loose = ""
    country: Loose = ""
    country_iso_code: Loose = ""
    iso3_code: Loose = ""


class WireCard(WireModel):
    """A stored card; only its id is known to be there."""

    id: Word
    name: Loose = ""
    description: Loose = ""
    card_type: Loose = ""
    type: Loose = ""
    last_four_digits: Loose = ""
    last4: Loose = ""
    expiry_date: Loose = ""
