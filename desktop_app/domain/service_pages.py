"""Where a service's logos and pages are, and in which countries it collects."""

from desktop_app.domain.value import Value


class ServicePages(Value):
    """Addresses as the service gave them; "" where it gave none."""

    slug: str
    logo_small: str = ""
    logo_large: str = ""
    logo_svg: str = ""
    courier_page: str = ""
    service_page: str = ""
    collects_in: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
