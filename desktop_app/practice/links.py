"""The links of an order: ways to pay before, documents after."""

from urllib.parse import quote

from desktop_app.practice.order_record import Order
from desktop_app.practice.print_in_store import LINKS as STORE_LINKS
from desktop_app.practice.print_in_store import is_printed_in_store

DOCUMENTS = ("labels-a4", "labels-4x6", "labels-a4-4x6")


def payment_links(order: Order, site: str) -> dict[str, str]:
    """Return how an order can be paid; only in `PayWithPrePay` does the hash stand unescaped."""
    api = f"{site}/api/orders/{order.order_id}"
    escaped = quote(order.hash, safe="/")
    return {
        "PayWithPrePay": f"{api}/paywithprepay?hash={order.hash}",
        "barclaycard": f"{api}/paywithcard?hash={escaped}",
        "paypal": f"{api}/paywithpaypal?hash={escaped}",
        "payment": f"{site}/order/payment?id={order.order_id}&hash={order.payment_hash}",
        "help": f"{site}/help-centre",
    }


def document_links(order: Order, site: str) -> dict[str, str]:
    """Return where a paid order's labels and papers are; the documents need no token."""
    escaped = quote(order.hash, safe="")
    papers = [*DOCUMENTS, "invoice", "picking-list"]
    if any(line.needs_customs for line in order.lines):
        papers.append("commercial-invoice")
    if any(is_printed_in_store(line) for line in order.lines):
        papers += STORE_LINKS
    api = f"{site}/api/labels/{order.order_id}"
    return {
        "Labels": f"{api}?referenceType=OrderId&detailLevel=Labels&labelMedia=A4"
        f"&labelFormat=PNG&hash={escaped}",
        **{paper: f"{site}/documents/{order.order_id}/{paper}?hash={escaped}" for paper in papers},
        "complete-page": f"{site}/order/complete?id={order.order_id}&hash={order.payment_hash}",
        "tracking-page": f"{site}/tracking/{order.lines[0].order_line_id}",
        "help": f"{site}/help-centre",
    }
