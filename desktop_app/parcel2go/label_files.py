"""`GET /api/labels/{reference}` and `/separate` in every documented form, PDF or PNG."""

import base64

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.domain.label_wish import LabelWish, LineLabel
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.labels import LabelsAnswer, SeparateLabel
from desktop_app.parcel2go.wire.reading import read, read_each, required_list

_STARTS = {"PDF": b"%PDF", "PNG": b"\x89PNG"}


def label_files(transport: Transport, wish: LabelWish) -> tuple[bytes, ...]:
    """The files; () while they are being made. Raises NotFound where there are none at all."""
    path = f"/api/labels/{segment(wish.reference)}"
    answer = transport.answer(get(path, "the labels", query(wish)))
    told = read(LabelsAnswer, answer)
    if not isinstance(told.base64_encoded_labels, list):
        if told.successful_labels == 0:
            return ()
        raise _not_there(answer, "Base64EncodedLabels")
    return tuple(
        _file(one, wish, answer, "Base64EncodedLabels") for one in told.base64_encoded_labels
    )


def separate_labels(transport: Transport, wish: LabelWish) -> tuple[LineLabel, ...]:
    """One file for each order line, with the couriers' numbers."""
    path = f"/api/labels/{segment(wish.reference)}/separate"
    answer = transport.answer(get(path, "the labels", query(wish)))
    rows = read_each(SeparateLabel, required_list(answer, "Items"), answer)
    return tuple(
        LineLabel(
            order_line_id=row.order_line_id,
            content=_file(row.base64_encoded_label, wish, answer, "Base64EncodedLabel"),
            numbers=tuple(
                one for one in row.courier_tracking_numbers if isinstance(one, str) and one.strip()
            ),
        )
        for row in rows
    )


def query(wish: LabelWish) -> dict[str, str]:
    """The documented query; a hash only where there is one."""
    return {
        "referenceType": wish.kind.value,
        "detailLevel": wish.detail.value,
        "labelMedia": wish.media.value,
        "labelFormat": wish.form.value,
        "hash": wish.hash,
    }


def _file(text: object, wish: LabelWish, answer: Answer, where: str) -> bytes:
    try:
        content = base64.b64decode("".join(str(text).split()), validate=True)
    except ValueError:
        content = b""
    if not content.startswith(_STARTS[wish.form.value]):
        raise _not_there(answer, where)
    return content


def _not_there(answer: Answer, where: str) -> AnswerNotUnderstood:
    message = f"Parcel2Go's answer about the labels lacks a file in {where}."
    return AnswerNotUnderstood(message, status=answer.status)
