"""A bare client for the practice service's tests: httpx and a token, nothing of the product."""

from typing import Any, Self

import httpx

from desktop_app.practice.server import PracticeServer
from tests.practice.orders_sent import Body, order


class Caller(httpx.Client):
    """A signed-in client with the service's address and the steps that many tests need."""

    def __init__(self, server: PracticeServer, scope: str = "public-api payment") -> None:
        super().__init__(base_url=server.base_url)
        self.server = server
        self._scope = scope

    def __enter__(self) -> Self:
        """Open it and sign in."""
        super().__enter__()
        self.headers["Authorization"] = f"Bearer {self.token(self._scope).json()['access_token']}"
        return self

    def token(self, scope: str = "public-api", **changes: str) -> httpx.Response:
        """Ask for a token."""
        form = {
            "grant_type": "client_credentials",
            "scope": scope,
            "client_id": self.server.client_id,
            "client_secret": self.server.client_secret,
        }
        return self.post("/auth/connect/token", data={**form, **changes})

    def order(self, body: Body | None = None) -> Any:  # noqa: ANN401 — JSON as it came
        """Make an order."""
        answer = self.post("/api/orders", json=body or order())
        assert answer.status_code == 200, answer.text
        return answer.json()

    def paid_order(self, body: Body | None = None) -> Any:  # noqa: ANN401 — JSON as it came
        """Make an order and pay it by PrePay."""
        made = self.order(body)
        assert self.post(made["Links"]["PayWithPrePay"]).status_code == 200
        return made

    def books(self) -> Any:  # noqa: ANN401 — JSON as it came
        """Read what was bought and paid."""
        return self.get("/practice/books").json()

    def scenario(self, **scenario: object) -> None:
        """Order a bad day."""
        assert self.post("/practice/scenarios", json=scenario).status_code == 200
