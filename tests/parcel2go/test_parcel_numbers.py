"""The couriers' numbers, from either place."""

from desktop_app.domain.label import Consignment
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import ORDER

NUMBERS = "POST /api/orders/76423942/parcelnumbers"
SEPARATE = "GET /api/labels/76423942/separate"


def numbers(*found: str | None) -> object:
    return {"TrackingNumbers": [{"ParcelId": 7, "TrackingNumber": one} for one in found]}


def test_numbers_are_read_and_missing_ones_left_out(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(NUMBERS, said(numbers("JD1", None)))
    assert broker.consignments(ORDER) == (
        Consignment(parcel_id="7", order_line_id="115030194", number="JD1"),
    )
    assert [one.method for one in server.calls()] == ["POST"]
    assert server.calls()[0].body == b""


def test_null_numbers_are_looked_for_with_the_labels(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    items = [{"OrderLineId": 115030194, "CourierTrackingNumbers": ["JD2", " ", None]}]
    server.on(NUMBERS, said(numbers(None)))
    server.on(SEPARATE, said({"Items": items}))
    assert broker.consignments(ORDER) == (Consignment(order_line_id="115030194", number="JD2"),)


def test_there_may_be_none_anywhere(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(NUMBERS, said(numbers(None)))
    assert broker.consignments(ORDER) == ()
