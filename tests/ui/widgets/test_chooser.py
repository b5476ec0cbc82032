"""A list to choose from: values stay what they are, and nothing is told that was not chosen."""

from enum import StrEnum

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.chooser import Chooser


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser[Size | str]:
    made = Chooser[Size | str]("Size", "size")
    qtbot.addWidget(made)
    made.offer([("Any", ""), ("Small", Size.SMALL), ("Large", Size.LARGE)])
    return made


def value_of(chooser: Chooser[Size | str]) -> object:
    return chooser.value


def test_the_first_is_chosen_until_another_is(chooser: Chooser[Size | str], qtbot: QtBot) -> None:
    assert value_of(chooser) == ""
    with qtbot.waitSignal(chooser.changed):
        chooser.setCurrentIndex(2)
    assert value_of(chooser) is Size.LARGE


def test_nothing_is_offered_before_anything_was(qtbot: QtBot) -> None:
    made = Chooser[str]("Size", "size")
    qtbot.addWidget(made)
    with pytest.raises(IndexError):
        assert made.value


def test_choosing_for_the_user_tells_nobody(chooser: Chooser[Size | str], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chooser.changed):
        chooser.choose(Size.SMALL)
        assert value_of(chooser) is Size.SMALL
        chooser.choose("unknown")
    assert value_of(chooser) == ""


def test_other_offers_keep_the_choice_that_is_still_there(
    chooser: Chooser[Size | str], qtbot: QtBot
) -> None:
    chooser.choose(Size.LARGE)
    with qtbot.assertNotEmitted(chooser.changed):
        chooser.offer([("Any", ""), ("Large", Size.LARGE)])
        assert value_of(chooser) is Size.LARGE
        chooser.offer([("Any", "")])
    assert value_of(chooser) == ""


def test_it_has_a_name_for_those_who_cannot_see_it(chooser: Chooser[Size | str]) -> None:
    assert chooser.accessibleName() == "Size"
