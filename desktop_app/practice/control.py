"""The levers of practice under `/practice/`: scenarios, the books, the balance."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_valid
from desktop_app.practice.bodies import BadBodyError, read_body
from desktop_app.practice.calendar_days import moment
from desktop_app.practice.context import practice_of
from desktop_app.practice.order_record import Order
from desktop_app.practice.reading import receive
from desktop_app.practice.received import Received
from desktop_app.practice.scenarios import Scenario


class Purse(Received):
    """The balance to practise with, in pounds."""

    balance: Annotated[Decimal, Field(ge=0, le=1_000_000, decimal_places=2)]


async def add_scenarios(request: Request) -> Response:
    """Take one scenario or a list of them."""
    try:
        sent = await read_body(request)
        scenarios = [
            Scenario.model_validate(one) for one in (sent if isinstance(sent, list) else [sent])
        ]
    except BadBodyError:
        return not_valid()
    except ValidationError as error:
        return not_valid(error)
    practice_of(request).scenarios.add(scenarios)
    return Answer({"Added": len(scenarios)})


async def clear_scenarios(request: Request) -> Response:
    """Forget all scenarios."""
    practice_of(request).scenarios.clear()
    return Response(status_code=204)


async def set_balance(request: Request) -> Response:
    """Set the PrePay balance."""
    purse = await receive(request, Purse)
    practice_of(request).state.till.set_balance(purse.balance)
    return Answer({"balance": purse.balance})


async def books(request: Request) -> Response:
    """Answer what was bought and paid, and which requests came in since the start."""
    practice = practice_of(request)
    payments = [
        {"order_id": one.order_id, "amount": one.amount, "at": moment(one.at), "method": one.method}
        for one in practice.state.till.payments()
    ]
    return Answer(
        {
            "balance": practice.state.till.balance,
            "payments": payments,
            "orders": [_order(order) for order in practice.state.orders.all()],
            "requests": list(practice.requests),
        }
    )


def _order(order: Order) -> dict[str, Any]:
    return {
        "order_id": order.order_id,
        "total": order.total,
        "paid": order.paid_at is not None,
        "lines": [line.order_line_id for line in order.lines],
        "services": [line.item.service for line in order.lines],
        "references": [line.item.reference for line in order.lines],
        "consignments": [one.number for line in order.lines for one in line.consignments],
    }
