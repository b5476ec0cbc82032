"""The newest first; what happened at one time in the order in which it came."""

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
