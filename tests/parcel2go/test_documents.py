"""Documents: only from the account's own host, wherever a link or a redirect leads."""

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, Refused
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import Reply, ScriptedServer

PAPER = "GET /documents/1/invoice"
PDF = b"%PDF-1.4 invoice"


def test_a_document_is_fetched_without_a_token(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(PAPER, Reply(body=PDF))
    assert broker.document(f"{server.base_url}/documents/1/invoice?hash=a%2Bb") == PDF
    (sent,) = server.requests
    assert "Authorization" not in sent.headers
    assert sent.target.endswith("?hash=a%2Bb")


@pytest.mark.parametrize(
    "url",
    ["https://example.com/x", "http://127.0.0.1.example.com/", "file:///etc/passwd", "//x", ""],
)
def test_elsewhere_nothing_is_fetched(broker: Parcel2GoBroker, url: str) -> None:
    with pytest.raises(Refused, match="elsewhere"):
        broker.document(url)


def test_a_redirect_is_followed_on_the_same_host(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("GET /old", Reply(302, headers={"Location": "/documents/1/invoice"}))
    server.on(PAPER, Reply(body=PDF))
    assert broker.document(f"{server.base_url}/old") == PDF


def test_a_redirect_elsewhere_is_refused(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(PAPER, Reply(302, headers={"Location": "https://example.com/x"}))
    with pytest.raises(Refused, match="elsewhere"):
        broker.document(f"{server.base_url}/documents/1/invoice")


def test_a_redirect_in_circles_ends(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(PAPER, Reply(302, headers={"Location": "/documents/1/invoice"}))
    with pytest.raises(AnswerNotUnderstood, match="circles"):
        broker.document(f"{server.base_url}/documents/1/invoice")


def test_a_web_page_is_no_document(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(PAPER, Reply(body=b"<html>"))
    with pytest.raises(AnswerNotUnderstood):
        broker.document(f"{server.base_url}/documents/1/invoice")


def test_a_missing_document_is_not_found(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    with pytest.raises(NotFound):
        broker.document(f"{server.base_url}/documents/1/invoice")
