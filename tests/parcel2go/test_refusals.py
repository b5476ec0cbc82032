"""The forms in which the service says no."""

import json

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.refusals import refusal


def refused(body: object, status: int = 400) -> Refused:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    found = refusal(Answer(status, content, "the order"))
    assert isinstance(found, Refused)
    return found


def test_one_message_is_the_sentence() -> None:
    found = refused({"Message": "The request is invalid."})
    assert (found.message, found.problems) == ("The request is invalid.", ())


def test_model_state_names_fields() -> None:
    state = {"request.Items[0].Parcels[0].Weight": ["Too heavy.", "Really."], "request.X": "Odd."}
    found = refused({"Message": "The request is invalid.", "ModelState": state})
    assert [(one.field, one.message) for one in found.problems] == [
        ("parcels[0].weight_kg", "Too heavy."), ("parcels[0].weight_kg", "Really."), ("", "Odd."),
    ]  # fmt: skip


def test_errors_may_be_objects_of_two_kinds_or_words() -> None:
    found = refused({"errors": [{"Description": "One"}, {"name": "Two"}, "Three", None, 4, {}]})
    assert [one.message for one in found.problems] == ["One", "Two", "Three", "4"]


def test_the_same_refusal_is_said_once() -> None:
    twice = [{"Error": "Please supply your VAT status.", "ItemId": n} for n in (1, 2)]
    assert len(refused({"Errors": twice}).problems) == 1


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"Errors": {}}'])
def test_a_refusal_without_words_is_still_one(body: bytes) -> None:
    assert "refused the order" in refused(body).message


def test_plain_words_are_shown_without_markup_and_not_for_ever() -> None:
    assert refused(b"Not <b>today</b>. " + b"x" * 5000).message.startswith("Not today. x")
    assert len(refused(b"x" * 5000).message) == 300


def test_a_web_page_is_no_refusal() -> None:
    found = refusal(Answer(400, b" <!DOCTYPE html><title>Blocked</title>", "the order"))
    assert isinstance(found, AnswerNotUnderstood)
    assert found.status == 400
