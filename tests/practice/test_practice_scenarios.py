"""Bad days that tests order from the practice service, each over a real connection."""

import json
import socket
import time

import httpx
import pytest

from desktop_app.practice.server import PracticeServer
from tests.practice.caller import Caller
from tests.practice.orders_sent import order, quote

PAY = "POST /api/orders/*/paywithprepay"


def test_a_status_comes_without_the_work(caller: Caller) -> None:
    made = caller.order()
    caller.scenario(match=PAY, kind="status", status=503, body="Closed")
    answer = caller.post(made["Links"]["PayWithPrePay"])
    assert (answer.status_code, answer.json()) == (503, {"Message": "Closed"})
    assert caller.books()["payments"] == []
    assert caller.post(made["Links"]["PayWithPrePay"]).status_code == 200


def test_retry_after_is_told(caller: Caller) -> None:
    caller.scenario(kind="retry_after", seconds=7)
    answer = caller.get("/api/countries")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
    assert caller.get("/api/countries").status_code == 200


def test_a_cut_before_the_work_pays_nothing(caller: Caller) -> None:
    made = caller.order()
    caller.scenario(match=PAY, kind="cut_before")
    with pytest.raises(httpx.TransportError):
        caller.post(made["Links"]["PayWithPrePay"])
    books = caller.books()
    assert books["payments"] == []
    assert books["requests"][-1]["status"] == 0


def test_a_cut_after_the_work_has_paid(caller: Caller) -> None:
    made = caller.order()
    caller.scenario(match=PAY, kind="cut_after")
    with pytest.raises(httpx.TransportError):
        caller.post(made["Links"]["PayWithPrePay"])
    assert len(caller.books()["payments"]) == 1
    read = caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()
    assert read["PaidDate"]


def test_a_cut_in_the_middle_leaves_half_an_answer(caller: Caller) -> None:
    caller.scenario(kind="cut_during")
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        caller.get("/api/countries")


def test_a_slow_answer_outlasts_an_impatient_client(caller: Caller) -> None:
    caller.scenario(kind="latency", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        caller.get("/api/countries", timeout=0.05)


def test_latency_only_delays(caller: Caller) -> None:
    caller.scenario(kind="latency", seconds=0.02)
    assert caller.post("/api/orders", json=order()).json()["OrderId"]


@pytest.mark.parametrize(
    ("shape", "start"),
    [("html", b"<!DOCTYPE html>"), ("bytes", b"\x00\x01\x02"), ("cut_json", b'[{"Name"')],
)
def test_a_spoilt_body_after_the_work(caller: Caller, shape: str, start: bytes) -> None:
    caller.scenario(kind="body", shape=shape)
    answer = caller.get("/api/countries")
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        answer.json()


def test_an_empty_body(caller: Caller) -> None:
    caller.scenario(kind="body", shape="empty")
    assert caller.get("/api/countries").content == b""


def test_fields_go_missing(caller: Caller) -> None:
    caller.scenario(kind="body", shape="missing_fields", match="POST /api/orders", fields=["Hash"])
    made = caller.order()
    assert "Hash" not in made
    assert made["OrderId"]
    caller.scenario(kind="body", shape="missing_fields")
    assert caller.get("/api/services").json() == {}


def test_a_body_as_it_is_given(caller: Caller) -> None:
    caller.scenario(kind="body", body="no", status=418, content_type="text/plain")
    answer = caller.get("/api/prepay")
    assert (answer.status_code, answer.text) == (418, "no")
    assert answer.headers["content-type"] == "text/plain"


def test_a_huge_answer(caller: Caller) -> None:
    caller.scenario(kind="huge", megabytes=3)
    assert len(caller.post("/api/quotes", json=quote()).content) > 3_000_000


def test_a_client_may_leave_a_huge_answer(caller: Caller) -> None:
    caller.scenario(kind="huge")
    with caller.stream("GET", "/api/countries") as answer:
        assert len(next(answer.iter_raw())) > 0
    assert caller.get("/api/countries").status_code == 200


def test_labels_may_need_several_questions(caller: Caller) -> None:
    made = caller.paid_order()
    path = f"/api/labels/{made['OrderId']}"
    caller.scenario(kind="no_labels", match="GET /api/labels/*", times=2)
    caller.scenario(kind="no_labels", match="GET /api/labels/*", status=404)
    counts = [caller.get(path) for _ in range(4)]
    assert [one.status_code for one in counts] == [200, 200, 404, 200]
    assert [one.json()["SuccessfulLabels"] for one in (counts[0], counts[3])] == [0, 1]


def test_labels_may_come_late(caller: Caller) -> None:
    caller.scenario(kind="late_labels", seconds=3600)
    made = caller.paid_order()
    path = f"/api/labels/{made['OrderId']}"
    assert caller.get(path).json()["SuccessfulLabels"] == 0
    assert caller.delete("/practice/scenarios").status_code == 204
    assert caller.get(path).json()["SuccessfulLabels"] == 1


def test_some_labels_of_an_order_may_fail(caller: Caller) -> None:
    made = caller.paid_order()
    path = f"/api/labels/{made['OrderId']}"
    caller.scenario(kind="failed_labels")
    answer = caller.get(path).json()
    assert (answer["SuccessfulLabels"], answer["FailedLabels"]) == (0, 1)
    assert answer["Base64EncodedLabels"] == []
    assert caller.delete("/practice/scenarios").status_code == 204
    answer = caller.get(path).json()
    assert (answer["SuccessfulLabels"], answer["FailedLabels"]) == (1, 0)
    assert len(answer["Base64EncodedLabels"]) == 1


def test_tokens_expire_at_once(caller: Caller) -> None:
    caller.scenario(kind="expire_tokens")
    assert caller.get("/api/prepay").status_code == 401
    assert caller.token().status_code == 200


def test_a_scenario_waits_and_ends(caller: Caller) -> None:
    caller.scenario(kind="status", status=500, skip=1, times=2, match="GET /api/prepay")
    assert [caller.get("/api/prepay").status_code for _ in range(5)] == [200, 500, 500, 200, 200]


def test_times_0_goes_on_until_cleared(caller: Caller) -> None:
    caller.scenario(kind="status", status=500, times=0)
    assert {caller.get("/api/prepay").status_code for _ in range(5)} == {500}
    caller.delete("/practice/scenarios")
    assert caller.get("/api/prepay").status_code == 200


def test_several_scenarios_can_be_ordered_at_once(caller: Caller) -> None:
    many = [{"kind": "status", "status": code} for code in (500, 502)]
    assert caller.post("/practice/scenarios", json=many).json() == {"Added": 2}
    assert [caller.get("/api/prepay").status_code for _ in range(3)] == [500, 502, 200]


@pytest.mark.parametrize(
    "wrong", [{"kind": "earthquake"}, {}, {"kind": "status", "status": 9}, [1], "x"]
)
def test_a_scenario_that_is_none_is_refused(caller: Caller, wrong: object) -> None:
    assert caller.post("/practice/scenarios", json=wrong).status_code == 400
    assert caller.post("/practice/scenarios", content=b"{").status_code == 400


def test_the_token_endpoint_can_have_bad_days_too(caller: Caller) -> None:
    caller.scenario(kind="status", status=500, match="POST /auth/connect/token")
    assert caller.token().status_code == 500


def test_only_the_machine_itself_is_answered(practice: PracticeServer) -> None:
    answer = httpx.get(f"{practice.base_url}/practice/books", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert practice.base_url.startswith("http://127.0.0.1:")


def test_a_late_answer_still_did_the_work(caller: Caller) -> None:
    caller.scenario(kind="latency", seconds=0.15, match="POST /api/orders")
    with pytest.raises(httpx.ReadTimeout):
        caller.post("/api/orders", json=order(), timeout=0.05)
    deadline = time.monotonic() + 20
    while not caller.books()["orders"]:
        assert time.monotonic() < deadline


def test_the_service_ends_while_a_request_waits(caplog: pytest.LogCaptureFixture) -> None:
    with PracticeServer() as server, Caller(server) as caller:
        caller.scenario(kind="latency", seconds=60)
        with pytest.raises(httpx.ReadTimeout):
            caller.get("/api/countries", timeout=0.05)
    assert [record for record in caplog.records if record.name.startswith("uvicorn")] == []
    port = int(server.base_url.rsplit(":", 1)[1])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
