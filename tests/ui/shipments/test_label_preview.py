"""The small label in the details: drawn once for each label, gone where there is none."""

from pytestqt.qtbot import QtBot

from desktop_app.services.progress import QuietProgress
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.label_preview import LabelPreview
from tests.fakes.office import WHOLE, FakeOffice, make_office


def preview_of(fake: FakeOffice, background: Background) -> LabelPreview:
    context = Context(fake.office, background, lambda _url: True, lambda _text, _undo: None)
    return LabelPreview(context)


def test_a_label_is_drawn_and_a_draft_has_none(qtbot: QtBot, background: Background) -> None:
    fake = make_office()
    office, progress = fake.office, QuietProgress()
    draft = office.drafts.new(WHOLE)
    ordered = office.booking.order(office.drafts.new(WHOLE), "cheapest", progress)
    assert ordered.price
    office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
    labelled = office.labelling.fetch(ordered.id, progress)
    preview = preview_of(fake, background)
    qtbot.addWidget(preview)

    preview.show_record(labelled)
    qtbot.waitUntil(lambda: not preview.isHidden())
    assert not preview.icon().isNull()
    preview.show_record(labelled)
    assert not background.running
    preview.show_record(draft)
    assert preview.isHidden()


def test_a_label_that_cannot_be_drawn_leaves_no_gap(qtbot: QtBot, background: Background) -> None:
    fake = make_office()
    office, progress = fake.office, QuietProgress()
    ordered = office.booking.order(office.drafts.new(WHOLE), "cheapest", progress)
    assert ordered.price
    office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
    labelled = office.labelling.fetch(ordered.id, progress)
    preview = preview_of(fake, background)
    qtbot.addWidget(preview)
    gone = labelled.model_copy(update={"id": "nobody"})
    preview.show_record(gone)
    qtbot.waitUntil(lambda: not background.running)
    assert preview.isHidden()
