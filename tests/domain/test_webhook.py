"""Which webhooks are genuine, by the documents' own example."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.webhook import (
    MOST_BYTES,
    OLDEST,
    Fault,
    WebhookRefused,
    read_webhook,
    signature,
)

NOW = datetime(2018, 8, 30, 11, 40, tzinfo=UTC)
SECRET = "abcd"
STAMP = "2018-08-30T11:37:03.6386334+00:00"
ID = "e0363b4a-aead-4dd5-bcc5-73793ad49974"
TRACKING = {
    "OrderLineId": 1234567, "Timestamp": "2018-08-28T09:36:07.4805536+00:00",
    "StatusCode": "ABC", "StatusDescription": "Handed to Customer", "TrackingStage": "Delivered",
}  # fmt: skip
CASE = {
    "OrderLineId": "1234", "CustomerReference": "ab1234", "CaseId": "12345",
    "Reference": "ABER343434", "Status": "Approved", "CaseType": "Claim",
}  # fmt: skip


def sent(stamp: str = STAMP, signed_as: str = "2018-08-30 11:37:03", **changes: object) -> bytes:
    """A tracking webhook, signed; `changes` are made to it afterwards."""
    kind = str(changes.get("Type", "Tracking"))
    envelope = {
        "Id": ID, "Timestamp": stamp, "Signature": signature(ID, signed_as, kind, SECRET),
        "Type": kind, "Payload": TRACKING,
    }  # fmt: skip
    return json.dumps({**envelope, **changes}).encode()


def fault(body: bytes, secret: str = SECRET, now: datetime = NOW) -> Fault:
    """Why a body is refused."""
    with pytest.raises(WebhookRefused) as refused:
        read_webhook(body, secret, now)
    return refused.value.fault


def test_the_documents_own_example() -> None:
    """Id, time, type and secret of the documents' program; the digest is OpenSSL's of its text."""
    made = signature("33bb3c63-c2ec-4b69-8db3-301fa8cfe024", "2018-01-01 00:00:00", "Case", "abcd")
    assert made == "5055442f8fa1ebbf6d7c74772faa5dcbf3489b00b59269ad5bfd352eb58f2197"


def test_a_tracking_event_of_seven_digits() -> None:
    event = read_webhook(sent(), SECRET, NOW)
    assert (event.order_line_id, event.stage, event.type) == ("1234567", "Delivered", "Tracking")
    assert event.at == datetime(2018, 8, 30, 11, 37, 3, 638633, UTC)


def test_a_case_event_has_its_ids_as_text() -> None:
    event = read_webhook(sent(Type="Case", Payload=CASE), SECRET, NOW)
    assert (event.order_line_id, event.case_id, event.case_type) == ("1234", "12345", "Claim")
    assert (event.status, event.reference) == ("Approved", "ab1234")


@pytest.mark.parametrize("signed_as", ["2018-08-30 12:37:03", "2018-08-30 11:37:03"])
def test_another_offset_is_signed_as_written_or_as_utc(signed_as: str) -> None:
    assert read_webhook(sent("2018-08-30T12:37:03.1+01:00", signed_as), SECRET, NOW)


@pytest.mark.parametrize(
    "changes",
    [{"Signature": ""}, {"Signature": None}, {"Signature": "é"}, {"Id": "other"},
     {"Timestamp": "2018-08-30T11:37:04+00:00"}],
)  # fmt: skip
def test_what_is_not_signed_is_refused(changes: dict[str, object]) -> None:
    assert fault(json.dumps({**json.loads(sent()), **changes}).encode()) is Fault.UNSIGNED


def test_another_secret_or_none_signs_nothing() -> None:
    assert fault(sent(), "other") is Fault.UNSIGNED
    unset = {"Signature": signature(ID, "2018-08-30 11:37:03", "Tracking", "")}
    assert fault(sent(**unset), "") is Fault.UNSIGNED


def test_the_type_is_signed_too() -> None:
    other = {"Signature": signature(ID, "2018-08-30 11:37:03", "Case", SECRET)}
    assert fault(sent(**other)) is Fault.UNSIGNED


@pytest.mark.parametrize("late", [OLDEST + timedelta(minutes=5), timedelta(minutes=-9)])
def test_what_is_out_of_time_is_refused(late: timedelta) -> None:
    assert fault(sent(), now=NOW + late) is Fault.OUT_OF_TIME


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"<html>", b'{"Id":1}', sent("yesterday"), b"[" * 60_000]
)
def test_what_is_no_webhook_is_refused(body: bytes) -> None:
    assert fault(body) is Fault.UNREADABLE


def test_a_body_over_64_kib_is_refused_unread() -> None:
    assert fault(sent().ljust(MOST_BYTES + 1)) is Fault.TOO_LARGE
    assert read_webhook(sent().ljust(MOST_BYTES), SECRET, NOW)


payloads = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    st.lists,
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from(["OrderLineId", "CaseId", "Status"]), payloads) | payloads)
def test_any_payload_of_a_signed_webhook_is_an_event(payload: object) -> None:
    assert read_webhook(sent(Payload=payload), SECRET, NOW).id == ID


@pytest.mark.parametrize("field", ["Id", "Signature"])
def test_half_a_character_is_refused_like_any_other(field: str) -> None:
    assert fault(sent(**{field: "\ud800"})) is Fault.UNSIGNED


@given(st.sampled_from(["Id", "Timestamp", "Type", "Signature"]), st.data())
def test_any_changed_letter_of_what_is_signed_is_refused(field: str, data: st.DataObject) -> None:
    envelope = json.loads(sent())
    text = envelope[field]
    # Of a time stamp the seconds are signed, and its tenth letter only parts day and hour.
    places = [at for at in range(len(text)) if field != "Timestamp" or (at < 19 and at != 10)]
    at = data.draw(st.sampled_from(places))
    other = data.draw(
        st.characters(codec="ascii").filter(lambda one: one.lower() != text[at].lower())
    )
    envelope[field] = text[:at] + other + text[at + 1 :]
    with pytest.raises(WebhookRefused):
        read_webhook(json.dumps(envelope).encode(), SECRET, NOW)
