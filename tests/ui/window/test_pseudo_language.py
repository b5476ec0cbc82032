"""In another language nothing of the window stays English: each screen in a language of marks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.account import Environment
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel_abroad
from desktop_app.ui.translation import install_translation
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.ui.window import pseudo_language
from tests.ui.window.windows import Opener, labelled, quiet
from tests.ui.wizard.opened import ordered, paid

Sources = frozenset[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("translations")


@pytest.fixture(scope="module")
def sources(folder: Path) -> Sources:
    return pseudo_language.make(folder)


@pytest.fixture(autouse=True)
def language(sources: Sources, folder: Path, qapp: QApplication) -> Iterator[None]:
    assert install_translation(qapp, pseudo_language.CODE, folder)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def fake() -> FakeOffice:
    """A shop with a shipment at each stage, and a second account."""
    made = make_office()
    made.office.drafts.new(WHOLE)
    ordered(made)
    paid(made)
    labelled(made)
    return made


@pytest.fixture
def window(opened: Opener, fake: FakeOffice) -> Workspace:
    return opened(fake)


def test_the_marks_are_found_and_their_lack_is() -> None:
    texts = frozenset({"Search", "{0} to pay", "{0} · {1}"})
    shown = {"⟦Search⟧", "Search", "2 to pay", "Ann · Malton", "⟦2 to pay⟧, ⟦x⟧"}
    assert pseudo_language.unmarked(texts, shown) == ["2 to pay", "Search"]


def test_the_screens(window: Workspace, sources: Sources, qtbot: QtBot) -> None:
    window.list.table.select([window.list.model.rows()[0].id])
    quiet(qtbot, window)
    shown = pseudo_language.shown_in(window)
    screens = window.screens
    for show in (screens.show_day, screens.show_address_book, screens.show_ledger):
        show()
        quiet(qtbot, window)
        shown |= pseudo_language.shown_in(window)
    assert any("⟦" in text for text in shown)
    assert pseudo_language.unmarked(sources, shown) == []


def test_an_empty_list_and_the_welcome(opened: Opener, sources: Sources, qtbot: QtBot) -> None:
    window = opened(make_office())
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show()
    shown = pseudo_language.shown_in(window) | pseudo_language.shown_in(welcome)
    assert pseudo_language.unmarked(sources, shown) == []


@pytest.mark.parametrize("step", list(Step))
def test_the_wizard(
    window: Workspace, fake: FakeOffice, sources: Sources, qtbot: QtBot, step: Step
) -> None:
    made = {Step.LABELS: labelled, Step.PAY: ordered, Step.REVIEW: ordered, Step.EXTRAS: ordered}
    maker = made.get(step)
    record = maker(fake) if maker else fake.office.drafts.new(practice_parcel_abroad())
    window.open_shipment(record.id)
    assert window.wizard
    window.wizard._show(step)
    quiet(qtbot, window)
    qtbot.waitUntil(lambda: window.wizard is not None and not window.wizard.is_turning)
    assert pseudo_language.unmarked(sources, pseudo_language.shown_in(window)) == []


@pytest.mark.parametrize(
    "page", ["sender", "accounts", "printing", "rules", "spending", "appearance", "data"]
)
def test_the_settings(
    window: Workspace, fake: FakeOffice, sources: Sources, qtbot: QtBot, page: str
) -> None:
    fake.office.accounts.connect(Environment.SANDBOX, "id:shop", "secret")
    window.open_settings(page)
    assert pseudo_language.unmarked(sources, shown_beside(window, qtbot)) == []


@pytest.mark.parametrize("name", ["keys", "about"])
def test_the_dialogs(window: Workspace, sources: Sources, qtbot: QtBot, name: str) -> None:
    getattr(window.dialogs, name)()
    assert pseudo_language.unmarked(sources, shown_beside(window, qtbot)) == []


def shown_beside(window: Workspace, qtbot: QtBot) -> set[str]:
    """What the dialog over the window shows, which is closed then."""
    quiet(qtbot, window)
    (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    shown = pseudo_language.shown_in(dialog)
    assert any("⟦" in text for text in shown)
    dialog.close()
    quiet(qtbot, window)
    return shown
