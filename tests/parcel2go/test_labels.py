"""Labels: not there yet, there, and spoilt."""

import base64

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.domain.label import DocumentKind, LabelSet
from desktop_app.domain.paper import LabelMedia
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.parcel2go.samples import ORDER

CALL = "GET /api/labels/76423942"
PDF = b"%PDF-1.4 label"
ENCODED = base64.b64encode(PDF).decode()
LABEL = (LabelMedia.LABEL_4X6, DocumentKind.LABEL)


def test_labels_are_decoded(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"SuccessfulLabels": 2, "Base64EncodedLabels": [ENCODED, ENCODED]}))
    assert broker.labels(ORDER, *LABEL).pdfs == (PDF, PDF)
    assert server.calls()[0].target == (
        "/api/labels/76423942?referenceType=OrderId&detailLevel=Labels&labelMedia=Label4X6"
        "&labelFormat=PDF&hash=hXJHm9%2FgsMM8QkLhu7z%2FQbRc%2BIdhzpLXx86f1te9p0o%3D"
    )


def test_labels_that_failed_are_counted(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    some = {"SuccessfulLabels": 1, "FailedLabels": 2, "Base64EncodedLabels": [ENCODED]}
    server.on(CALL, said(some))
    assert broker.labels(ORDER, *LABEL) == LabelSet((PDF,), 2)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404),
        said({"Message": "OrderLine contains no labels"}, 400),
        said({"SuccessfulLabels": 0, "FailedLabels": 0, "Base64EncodedLabels": None}),
        said({"SuccessfulLabels": 0}),
        said({"Base64EncodedLabels": []}),
    ],
)
def test_there_may_be_none_yet(
    server: ScriptedServer, broker: Parcel2GoBroker, reply: Reply
) -> None:
    server.on(CALL, reply)
    assert broker.labels(ORDER, *LABEL).pdfs == ()


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"SuccessfulLabels": 1},
        {"Base64EncodedLabels": ["%%%"]},
        {"Base64EncodedLabels": [None]},
        {"Base64EncodedLabels": [base64.b64encode(b"<html>").decode()]},
    ],
)
def test_what_is_no_label_is_not_taken_for_one(
    server: ScriptedServer, broker: Parcel2GoBroker, answer: object
) -> None:
    server.on(CALL, said(answer))
    with pytest.raises(AnswerNotUnderstood, match="Base64EncodedLabels"):
        broker.labels(ORDER, *LABEL)


def test_another_refusal_is_one(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Message": "No."}, 400))
    with pytest.raises(Refused):
        broker.labels(ORDER, *LABEL)


def test_base64_may_be_written_in_lines(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Base64EncodedLabels": [f"{ENCODED[:4]}\r\n{ENCODED[4:]}"]}))
    assert broker.labels(ORDER, *LABEL).pdfs == (PDF,)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (DocumentKind.COMMERCIAL_INVOICE, "CommercialInvoice"),
        (DocumentKind.CUSTOMS_PAPERS, "AdditionalDocuments"),
    ],
)
def test_customs_papers_have_their_own_level(
    server: ScriptedServer, broker: Parcel2GoBroker, kind: DocumentKind, level: str
) -> None:
    assert broker.labels(ORDER, LabelMedia.A4, kind).pdfs == ()
    assert f"detailLevel={level}&labelMedia=A4" in server.calls()[0].target


def test_other_papers_are_no_labels(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    assert broker.labels(ORDER, LabelMedia.A4, DocumentKind.PICKING_LIST).pdfs == ()
    assert server.requests == []


def test_an_order_without_a_hash_asks_without_one(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    broker.labels(ORDER.model_copy(update={"hash": ""}), *LABEL)
    assert server.calls()[0].target.endswith("&labelFormat=PDF")
