"""The papers that an order's links may lead to (seed 002, Links object)."""

from typing import NamedTuple

from desktop_app.domain.order import Link, find_link


class Paper(NamedTuple):
    """A documented link: `what` in the user's words; `is_picture`: a PNG, else a PDF."""

    name: str
    what: str
    is_picture: bool = False


PAPERS = (
    Paper("labels-a4", "Labels on A4"),
    Paper("labels-4x6", "Labels on 4x6"),
    Paper("labels-a4-4x6", "4x6 labels on A4"),
    Paper("label-a4-21", "Address labels, 21 on a sheet"),
    Paper("picking-list", "Picking list"),
    Paper("invoice", "Invoice"),
    Paper("barcode-printinstore", "Bar code for the shop", is_picture=True),
    Paper("wallet-ios-printinstore", "Bar code for the phone", is_picture=True),
)


def offered_papers(links: tuple[Link, ...]) -> tuple[tuple[Paper, str], ...]:
    """The documented papers that an order has, each with its address, in the documents' order.

    Their names are compared in any case.
    """
    found = ((paper, find_link(links, paper.name)) for paper in PAPERS)
    return tuple((paper, url) for paper, url in found if url)
