"""Every documented paper of an order, fetched by its link."""

import pytest

from desktop_app.domain.errors import NotFound
from desktop_app.domain.order import Link
from desktop_app.domain.order_papers import PAPERS, offered_papers
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.parcel2go.samples import HOME, ITEM_ID

SLUG = "myhermes-parcelshop"


def test_papers_are_known_by_their_name_in_any_case() -> None:
    links = (Link(name="INVOICE", url="https://x/i"), Link(name="odd", url="https://x/o"))
    assert [(paper.name, url) for paper, url in offered_papers(links)] == [
        ("invoice", "https://x/i")
    ]


@pytest.mark.parametrize("in_store", [False, True])
def test_practice_has_each_paper_it_offers(practised: Parcel2GoBroker, *, in_store: bool) -> None:
    wanted = ("PrintInStore",) if in_store else ()
    draft = HOME.model_copy(update={"extras": wanted})
    order = practised.create_order(draft, practised.quotes(draft, SLUG)[0], ITEM_ID)
    practised.pay_with_prepay(order)
    papers = offered_papers(practised.read_order(order.order_id, order.hash).links)
    # Sheets of 21 are for orders of SmartSend alone.
    expected = {paper.name for paper in PAPERS if in_store or not paper.is_picture}
    assert {paper.name for paper, _url in papers} == expected - {"label-a4-21"}
    for paper, url in papers:
        start = b"\x89PNG" if paper.is_picture else b"%PDF"
        assert practised.document(url).startswith(start)
        with pytest.raises(NotFound):
            practised.document(url.replace(paper.name, "label-a4-21"))
    told = practised.beside.bring_in(order.order_id, order.hash).as_told
    assert ("PrintInStoreBarcode: P2GPIS" in told) is in_store
