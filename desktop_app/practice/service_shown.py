"""A service as quotes and the list of services show it."""

from typing import Any

from desktop_app.practice.catalogue import Service


def shown_service(service: Service, base_url: str) -> dict[str, Any]:
    """Return the documented object; limits in metres, texts in HTML, `Imagelarge` with its l."""
    height, width, length = service.size
    return {
        "DropOffProviderCode": service.drop_off_code,
        "CourierName": service.courier.name,
        "CourierSlug": service.courier.slug,
        "Slug": service.slug,
        "Name": service.name,
        "CollectionType": service.collection,
        "DeliveryType": service.delivery,
        "Links": _links(service, base_url),
        "MaxHeight": height,
        "MaxWidth": width,
        "MaxLength": length,
        "MaxWeight": service.max_kg,
        "MaxCover": service.max_cover,
        "IsPrinterRequired": service.printer,
        "RequiresDimensions": service.dimensions,
        "ShortDescriptions": f"<p>{_handover(service)}</p>",
        "Overview": f"<p><strong>{service.name}</strong> is a practice service.</p>"
        "<p>Nothing is really sent &amp; nothing is really paid.</p>",
        "Features": _features(service),
        "Classification": service.speed,
        "Tags": list(service.tags),
    }


def _links(service: Service, base_url: str) -> dict[str, str]:
    images = f"{base_url}/content/images/{service.courier.slug}"
    return {
        "ImageSmall": f"{images}-small.png",
        "Imagelarge": f"{images}-large.png",
        "ImageSvg": f"{images}.svg",
        "Courier": f"{base_url}/couriers/{service.courier.slug}",
        "Service": f"{base_url}/couriers/{service.courier.slug}/{service.slug}",
    }


def _handover(service: Service) -> str:
    if service.collection == "Collection":
        return f"{service.courier.name} collects from your door"
    place = "locker" if service.collection == "Locker" else "shop"
    return f"Drop it off at the nearest {service.courier.name} {place}"


def _features(service: Service) -> str:
    printing = "You print the label" if service.printer else "No printer needed"
    lines = (_handover(service), printing, f"Up to {service.max_kg}&nbsp;kg", "Tracked")
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
