"""Labels in every documented form: what is asked, and what comes of each answer."""

import base64

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, Refused
from desktop_app.domain.label_wish import LabelDetail, LabelForm, LabelReference, LabelWish
from desktop_app.domain.paper import LabelMedia
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import HOME, ITEM_ID

PDF, PNG = b"%PDF-1.4", b"\x89PNG\r\n"
CALL = "GET /api/labels/115030194"


def coded(content: bytes) -> str:
    return base64.b64encode(content).decode()


@pytest.mark.parametrize("detail", list(LabelDetail))
@pytest.mark.parametrize("media", list(LabelMedia))
@pytest.mark.parametrize(("form", "content"), [(LabelForm.PDF, PDF), (LabelForm.PNG, PNG)])
def test_each_form_is_asked_for_as_documented(
    server: ScriptedServer, broker: Parcel2GoBroker,
    detail: LabelDetail, media: LabelMedia, form: LabelForm, content: bytes,
) -> None:  # fmt: skip
    answer = {"SuccessfulLabels": 1, "FailedLabels": 0, "Base64EncodedLabels": [coded(content)]}
    server.on(CALL, said(answer))
    wish = LabelWish(
        reference="115030194", kind=LabelReference.ORDER_LINE, detail=detail, media=media,
        form=form, hash="a+b",
    )  # fmt: skip
    assert broker.beside.label_files(wish) == (content,)
    assert server.calls()[0].target == (
        f"/api/labels/115030194?referenceType=OrderLineId&detailLevel={detail.value}"
        f"&labelMedia={media.value}&labelFormat={form.value}&hash=a%2Bb"
    )


def test_the_lines_come_apart(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    item = {"OrderLineId": 7, "CourierTrackingNumbers": ["H1", "", 3],
            "Base64EncodedLabel": coded(PDF)}  # fmt: skip
    server.on("GET /api/labels/9/separate", said({"Items": [item]}))
    [label] = broker.beside.separate_labels(LabelWish(reference="9"))
    assert (label.order_line_id, label.content, label.numbers) == ("7", PDF, ("H1",))
    assert server.calls()[0].target == (
        "/api/labels/9/separate?referenceType=OrderId&detailLevel=Labels&labelMedia=A4"
        "&labelFormat=PDF"
    )


def test_labels_under_way_are_none(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"SuccessfulLabels": 0, "Base64EncodedLabels": None}))
    assert broker.beside.label_files(LabelWish(reference="115030194")) == ()


@pytest.mark.parametrize(
    "answer",
    [{}, {"SuccessfulLabels": 1, "Base64EncodedLabels": [coded(PNG)]},
     {"SuccessfulLabels": 1, "Base64EncodedLabels": [None]}],
)  # fmt: skip
def test_something_else_than_was_asked_for_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker, answer: object
) -> None:
    server.on(CALL, said(answer))
    with pytest.raises(AnswerNotUnderstood, match="Base64EncodedLabels"):
        broker.beside.label_files(LabelWish(reference="115030194"))


def test_refusals_and_missing_labels_are_told_apart(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    wish = LabelWish(reference="115030194")
    with pytest.raises(NotFound):
        broker.beside.label_files(wish)
    server.on(CALL, said({"Message": "OrderLine contains no labels"}, 400))
    with pytest.raises(Refused, match="no labels"):
        broker.beside.label_files(wish)


@pytest.mark.parametrize("form", list(LabelForm))
def test_practice_prints_each_form(practised: Parcel2GoBroker, form: LabelForm) -> None:
    order = practised.create_order(HOME, practised.quotes(HOME, "dpd")[0], ITEM_ID)
    practised.pay_with_prepay(order)
    wish = LabelWish(reference=order.order_id, form=form, hash=order.hash)
    for detail in (LabelDetail.ALL, LabelDetail.LABELS, LabelDetail.INSTRUCTIONS):
        for media in LabelMedia:
            changed = wish.model_copy(update={"detail": detail, "media": media})
            assert practised.beside.label_files(changed)
    [line] = practised.beside.separate_labels(wish)
    assert line.order_line_id == order.lines[0].order_line_id
    assert line.numbers
