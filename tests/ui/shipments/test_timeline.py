"""The newest first; what happened at one time in the order in which it came."""

from datetime import timedelta

from desktop_app.services.progress import QuietProgress
from desktop_app.ui.shipments.timeline import timeline
from tests.fakes.office import WHOLE, make_office


def test_at_one_time_the_last_step_stands_first() -> None:
    office, progress = make_office().office, QuietProgress()
    record = office.booking.order(office.drafts.new(WHOLE), "cheapest", progress)
    assert record.price
    office.paying.pay_with_prepay(record.id, record.price.total, progress)
    record = office.labelling.fetch(record.id, progress)
    texts = [moment.text for moment in timeline(record) if moment.at == office.clock.now()]
    order = ["Labels kept", "Draft begun"]
    assert [text for text in texts if text in order] == order


def test_an_order_is_not_paid_before_it_is_made_whatever_the_service_s_clock_says() -> None:
    office, progress = make_office().office, QuietProgress()
    record = office.booking.order(office.drafts.new(WHOLE), "cheapest", progress)
    assert record.price
    assert record.order
    office.paying.pay_with_prepay(record.id, record.price.total, progress)
    record = office.labelling.fetch(record.id, progress)
    assert record.order
    assert record.payment
    fast = record.created_at + timedelta(hours=1)
    order = record.order.model_copy(update={"created_at": fast})
    payment = record.payment.model_copy(update={"paid_at": fast - timedelta(seconds=1)})
    record = record.model_copy(update={"order": order, "payment": payment})
    words = [moment.text for moment in timeline(record)]
    assert words == [
        "Labels kept",
        "Paid",
        "Payment sent from PrePay",
        f"Order {order.order_id} made",
        "Draft begun",
    ]
