"""Labels of the practice service: sizes, bar codes, papers, and the wait for them."""

import base64
from typing import Any

import httpx
import pytest

from desktop_app.practice.plain_words import printable
from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from tests.practice.caller import Caller
from tests.practice.orders_sent import AT_HOME, IN_USA, Body, abroad, item, order, parcel
from tests.practice.reading_labels import (
    A4,
    LABEL,
    consignments,
    numbers_in_pdf,
    numbers_in_png,
    pages,
    picture_size,
    words,
)


def fetch(caller: Caller, made: Body, **params: str) -> httpx.Response:
    """Ask for labels of an order."""
    query = {"referenceType": "OrderId", "hash": made["Hash"], **params}
    return caller.get(f"/api/labels/{made['OrderId']}", params=query)


def files(caller: Caller, made: Body, **params: str) -> list[bytes]:
    """Return the decoded files of an order's labels."""
    answer = fetch(caller, made, **params)
    assert answer.status_code == 200, answer.text
    return [base64.b64decode(one) for one in answer.json()["Base64EncodedLabels"]]


@pytest.mark.parametrize(("media", "size"), [("A4", A4), ("Label4X6", LABEL), ("label4x6", LABEL)])
def test_a_pdf_has_its_paper_and_a_code_that_decodes(
    caller: Caller, media: str, size: tuple[float, float]
) -> None:
    made = caller.paid_order()
    [pdf] = files(caller, made, labelMedia=media, labelFormat="PDF")
    assert pages(pdf) == [pytest.approx(size, abs=0.01)]
    assert numbers_in_pdf(pdf) == consignments(caller.books())
    assert "PRACTICE" in words(pdf)


def test_a_label_tells_who_and_what(caller: Caller) -> None:
    made = caller.paid_order(order(item(Reference="ORD-1001")))
    text = words(files(caller, made, labelMedia="Label4X6")[0])
    for part in ("DPD Next Day", "Sam Reed", "YO17 7LL", "ORD-1001", "Jo Mason", "Slippers"):
        assert part in text


def test_an_a4_label_says_what_to_do(caller: Caller) -> None:
    made = caller.paid_order()
    assert "What to do now" in words(files(caller, made)[0])
    [instructions] = files(caller, made, detailLevel="Instructions")
    assert "What to do now" in words(instructions)
    assert numbers_in_pdf(instructions) == []


@pytest.mark.parametrize(("media", "size"), [("Label4X6", (787, 1181)), ("A4", (1653, 2338))])
def test_a_picture_has_200_dpi(caller: Caller, media: str, size: tuple[int, int]) -> None:
    made = caller.paid_order()
    [png] = files(caller, made, labelMedia=media, labelFormat="PNG")
    assert picture_size(png) == size
    assert numbers_in_png(png) == consignments(caller.books())


def test_each_parcel_has_its_page(caller: Caller) -> None:
    made = caller.paid_order(order(item(Parcels=[parcel(), parcel(), parcel()])))
    answer = fetch(caller, made, labelMedia="Label4X6").json()
    assert (answer["SuccessfulLabels"], answer["FailedLabels"]) == (3, 0)
    [pdf] = [base64.b64decode(one) for one in answer["Base64EncodedLabels"]]
    assert numbers_in_pdf(pdf) == consignments(caller.books())
    assert len(set(numbers_in_pdf(pdf))) == 3
    assert len(files(caller, made, labelFormat="PNG")) == 3


def test_a_line_has_labels_of_its_own(caller: Caller) -> None:
    made = caller.paid_order(order(item(), item("inpost")))
    second = made["OrderlineIdMap"][1]
    query = {"referencetype": "orderlineid", "hash": second["Hash"]}
    answer = caller.get(f"/api/labels/{second['OrderLineId']}", params=query).json()
    [pdf] = [base64.b64decode(one) for one in answer["Base64EncodedLabels"]]
    assert numbers_in_pdf(pdf) == consignments(caller.books())[1:]


def test_separate_labels_come_line_by_line(caller: Caller) -> None:
    made = caller.paid_order(order(item(), item("inpost")))
    answer = caller.get(f"/api/labels/{made['OrderId']}/separate").json()
    lines = [int(line["OrderLineId"]) for line in made["OrderlineIdMap"]]
    assert [one["OrderLineId"] for one in answer["Items"]] == lines
    for one in answer["Items"]:
        pdf = base64.b64decode(one["Base64EncodedLabel"])
        assert numbers_in_pdf(pdf) == one["CourierTrackingNumbers"]


def test_no_label_before_the_payment(caller: Caller) -> None:
    made = caller.order()
    for path in ("", "/separate"):
        answer = caller.get(f"/api/labels/{made['OrderId']}{path}")
        assert (answer.status_code, answer.json()) == (
            404,
            {"Message": "OrderLine contains no labels"},
        )
    numbers = caller.post(f"/api/orders/{made['OrderId']}/parcelnumbers").json()
    assert [one["TrackingNumber"] for one in numbers["TrackingNumbers"]] == [None]


def test_labels_come_a_while_after_the_payment() -> None:
    now = [1_000_000.0]
    settings = Settings(labels_delay=30, clock=lambda: now[0])
    with PracticeServer(settings=settings) as server, Caller(server) as caller:
        made = caller.paid_order()
        waiting = {"SuccessfulLabels": 0, "FailedLabels": 0, "Base64EncodedLabels": []}
        assert fetch(caller, made).json() == waiting
        assert caller.get(f"/api/labels/{made['OrderId']}/separate").json() == {"Items": []}
        now[0] += 30
        assert fetch(caller, made).json()["SuccessfulLabels"] == 1


def test_by_default_one_waits_for_labels() -> None:
    assert Settings().labels_delay == 2


def test_parcel_numbers_are_those_on_the_labels(caller: Caller) -> None:
    made = caller.paid_order()
    answer = caller.post(f"/api/orders/{made['OrderId']}/parcelnumbers").json()
    [one] = answer["TrackingNumbers"]
    assert [one["TrackingNumber"]] == consignments(caller.books())
    assert isinstance(one["ParcelId"], int)
    assert caller.post("/api/orders/1/parcelnumbers").status_code == 404


@pytest.mark.parametrize("level", ["CommercialInvoice", "AdditionalDocuments"])
def test_the_invoice_for_customs_is_there_only_abroad(caller: Caller, level: str) -> None:
    sent = caller.paid_order(order(abroad("dhl-express-worldwide")))
    [pdf] = files(caller, sent, detailLevel=level)
    text = words(pdf)
    for part in ("Commercial invoice", "Slippers", "Gary Wilson", "USA", "Sale"):
        assert part in text
    assert fetch(caller, caller.paid_order(), detailLevel=level).status_code == 404


@pytest.mark.parametrize(
    ("service", "copies"),
    [("ups-access-point-dap", 4), ("myhermes-international-parcelshop", 3)],
)
def test_some_couriers_want_copies(caller: Caller, service: str, copies: int) -> None:
    made = caller.paid_order(order(abroad(service)))
    assert len(pages(files(caller, made, detailLevel="CommercialInvoice")[0])) == copies
    assert len(files(caller, made, detailLevel="All")) == 2


def test_documents_open_without_a_token_but_not_without_the_hash(caller: Caller) -> None:
    made = caller.paid_order(order(abroad()))
    links = caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()["Links"]
    sizes = {
        "labels-a4": A4, "labels-4x6": LABEL, "labels-a4-4x6": A4, "invoice": A4,
        "picking-list": A4, "commercial-invoice": A4,
    }  # fmt: skip
    for name, size in sizes.items():
        answer = httpx.get(links[name])
        assert answer.headers["content-type"] == "application/pdf"
        assert pages(answer.content)[0] == pytest.approx(size, abs=0.01)
        assert httpx.get(links[name].split("?")[0]).status_code == 404
    assert numbers_in_pdf(httpx.get(links["labels-a4-4x6"]).content) == consignments(caller.books())
    assert httpx.get(links["labels-a4"].replace("labels-a4?", "label-a4-21?")).status_code == 404
    assert "P2G" in httpx.get(links["tracking-page"]).text


def test_at_home_there_is_no_commercial_invoice(caller: Caller) -> None:
    made = caller.paid_order()
    links = caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()["Links"]
    assert "commercial-invoice" not in links
    other = links["invoice"].replace("/invoice?", "/commercial-invoice?")
    assert httpx.get(other).status_code == 404


def test_documents_are_not_there_before_the_payment(caller: Caller) -> None:
    made = caller.order()
    path = f"{caller.server.base_url}/documents/{made['OrderId']}/labels-a4"
    assert httpx.get(path, params={"hash": made["Hash"]}).status_code == 404


def test_a_wrong_hash_opens_no_label(caller: Caller) -> None:
    made = caller.paid_order()
    assert fetch(caller, made, hash="wrong").status_code == 404


@pytest.mark.parametrize(
    "params", [{"labelMedia": "A3"}, {"labelFormat": "ZPL"}, {"detailLevel": "Everything"}]
)
def test_unknown_wishes_are_refused(caller: Caller, params: dict[str, str]) -> None:
    made = caller.paid_order()
    assert fetch(caller, made, **params).status_code == 400
    separate = caller.get(f"/api/labels/{made['OrderId']}/separate", params=params)
    assert separate.status_code == 400


def strange(text: str) -> Any:  # noqa: ANN401 — a body as JSON
    """An order whose every printed word is `text`."""
    there = {**IN_USA, "ContactName": text, "Street": text, "Town": text, "County": text}
    contents = [{"Description": text, "Quantity": 2, "EstimatedValue": 10}]
    sent = parcel(there, Contents=contents, ContentsSummary=text)
    return order(abroad(Parcels=[sent], Reference=text))


@pytest.mark.parametrize(
    "text",
    [
        "Łukasz Żółć",
        "日本語の名前",
        "Ünïcödé",
        "🎁 emoji",
        "x" * 3000,
        "\u202eright to left",
        "a\tb",
    ],
)
def test_no_name_is_too_strange_for_a_label(caller: Caller, text: str) -> None:
    made = caller.paid_order(strange(text))
    for pdf in files(caller, made, detailLevel="All"):
        assert pages(pdf)
    [pdf] = files(caller, made, labelMedia="Label4X6")
    assert numbers_in_pdf(pdf) == consignments(caller.books())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Łukasz Żółć", "Lukasz Zólc"),
        ("Ünïcödé £5", "Ünïcödé £5"),
        ("日本", "??"),
        ("Zo\u0308e", "Zoe"),
        ("one\n two\u200b", "one two"),
    ],
)
def test_words_are_brought_into_the_font(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_long_list_of_contents_runs_over_pages(caller: Caller) -> None:
    contents = [
        {"Description": f"Thing {at}", "Quantity": 1, "EstimatedValue": 1} for at in range(120)
    ]
    sent = parcel(IN_USA, Contents=contents, EstimatedValue=120)
    made = caller.paid_order(order(abroad("dhl-express-worldwide", Parcels=[sent])))
    [pdf] = files(caller, made, detailLevel="CommercialInvoice")
    assert len(pages(pdf)) == 4
    assert "Thing 119" in words(pdf)


def test_an_address_of_eight_lines_stays_inside_its_box(caller: Caller) -> None:
    full = {**AT_HOME, "Organisation": "Reed & Daughters", "Locality": "Old Town"}
    made = caller.paid_order(order(item(Parcels=[parcel(full)])))
    text = words(files(caller, made, labelMedia="Label4X6")[0])
    assert text.index("Old Town") < text.index("YO17 7LL") < text.index("Reference")
