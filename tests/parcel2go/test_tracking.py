"""Tracking events."""

from datetime import UTC, datetime

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound
from desktop_app.domain.tracking import TrackingStage
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said

CALL = "GET /api/tracking/115030194"
OLD = {"Timestamp": "2026-11-23T09:00:00", "Description": "Label created", "CourierId": 1}
NEW = {
    "Timestamp": "2026-11-24T09:36:07.4805536+00:00", "Description": "In Transit",
    "Details": "On its way", "StatusCode": "ABC", "ParcelNumber": 7,
}  # fmt: skip


def test_the_newest_event_comes_first(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Results": [OLD, NEW, {"Description": "Delivered"}]}))
    newest, older, undated = broker.tracking("115030194")
    assert newest.at == datetime(2026, 11, 24, 9, 36, 7, 480553, UTC)
    assert (newest.stage, newest.parcel_number) == (TrackingStage.IN_TRANSIT, "7")
    assert older.stage is None
    assert (undated.at, undated.stage) == (None, TrackingStage.DELIVERED)


@pytest.mark.parametrize("stage", list(TrackingStage))
def test_each_documented_stage_is_known(
    server: ScriptedServer, broker: Parcel2GoBroker, stage: TrackingStage
) -> None:
    server.on(CALL, said({"Results": [{**OLD, "StatusCode": stage.value}]}))
    assert broker.tracking("115030194")[0].stage is stage


def test_nothing_scanned_yet(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Results": []}))
    assert broker.tracking("115030194") == ()


def test_an_unknown_number_is_not_found(broker: Parcel2GoBroker) -> None:
    with pytest.raises(NotFound, match="the tracking"):
        broker.tracking("115030194")


def test_an_answer_without_results_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(CALL, said({}))
    with pytest.raises(AnswerNotUnderstood, match="lacks Results"):
        broker.tracking("115030194")
