"""The list of services."""

import pytest

from desktop_app.domain.quote import Speed
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import WIRE_SERVICE

CALL = "GET /api/services"


def test_limits_come_in_centimetres_and_texts_without_html(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(CALL, said({"Results": [{**WIRE_SERVICE, "CollectionCountries": ["GBR"]}]}))
    (service,) = broker.services()
    assert [
        str(limit) for limit in (service.max_length_cm, service.max_width_cm, service.max_height_cm)
    ] == ["120", "70", "60"]
    assert service.description == "Next day"
    assert service.printer_required
    assert not service.is_drop_off


@pytest.mark.parametrize("none", [None, 0])
def test_a_limit_of_nothing_is_no_limit(
    server: ScriptedServer, broker: Parcel2GoBroker, none: object
) -> None:
    server.on(CALL, said({"Results": [{**WIRE_SERVICE, "MaxLength": none, "MaxWeight": none}]}))
    (service,) = broker.services()
    assert (service.max_length_cm, service.max_weight_kg) == (None, None)


def test_an_unknown_speed_is_unknown(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Results": [{**WIRE_SERVICE, "Classification": "Warp"}]}))
    assert broker.services()[0].speed is Speed.UNKNOWN
