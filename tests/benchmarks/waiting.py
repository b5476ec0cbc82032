"""How long a booking takes against what the service itself makes one wait: aim under 1.1."""

import os
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from desktop_app.app import SECRET_VARIABLE, open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from desktop_app.services.progress import QuietProgress
from tests.e2e.drafts import ABROAD

LATENCY_S = 0.25
LABELS_DELAY_S = 6.0


def booking_against_waiting() -> float:
    """Quote to labels, seconds, divided by the sum of the service's own waiting times."""
    with (
        tempfile.TemporaryDirectory() as folder,
        PracticeServer(settings=Settings(labels_delay=LABELS_DELAY_S)) as server,
    ):
        slow = {"kind": "latency", "match": "* /api/*", "seconds": LATENCY_S, "times": 0}
        httpx.post(f"{server.base_url}/practice/scenarios", json=slow).raise_for_status()
        taken = _book(server, Path(folder))
        books = httpx.get(f"{server.base_url}/practice/books").json()
    return taken / _waited(books["requests"])


def _book(server: PracticeServer, folder: Path) -> float:
    os.environ[SECRET_VARIABLE] = server.client_secret
    office = open_office(
        Arguments(data_dir=folder, api_url=server.base_url, client_id=server.client_id)
    )
    progress = QuietProgress()
    try:
        office.countries.refresh()
        record = office.drafts.new(ABROAD)
        begun = time.perf_counter()
        record = office.booking.order(record, "cheapest", progress)
        if record.order is None:
            raise RuntimeError("no order was made")
        office.paying.pay_with_prepay(record.id, record.order.price.total, progress)
        office.labelling.fetch(record.id, progress)
        return time.perf_counter() - begun
    finally:
        office.close()


def _waited(requests: list[dict[str, Any]]) -> float:
    """Each request's latency once, and the labels' delay; asking whether they are ready is ours."""
    calls = [one for one in requests if one["path"].startswith("/api/")]
    calls = [one for one in calls if not one["path"].endswith("/countries")]
    asking = sum("/labels/" in one["path"] for one in calls) - 2
    return (len(calls) - max(asking, 0)) * LATENCY_S + LABELS_DELAY_S
