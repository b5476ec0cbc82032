"""A service, as quotes and the list of services show it."""

from desktop_app.parcel2go.wire.base import Amount, Loose, WireModel, Word


class WireService(WireModel):
    """Limits in metres, kilograms and pounds; texts in HTML."""

    slug: Word
    name: Word
    courier_name: Loose = ""
    courier_slug: Loose = ""
    collection_type: Loose = "Collection"
    delivery_type: Loose = "Door"
    drop_off_provider_code: Loose = ""
    max_weight: Amount | None = None
    max_length: Amount | None = None
    max_width: Amount | None = None
    max_height: Amount | None = None
    max_cover: Amount | None = None
    is_printer_required: bool = False
    requires_dimensions: bool = False
    classification: Loose = ""
    short_descriptions: Loose = ""
    overview: Loose = ""
    features: Loose = ""
