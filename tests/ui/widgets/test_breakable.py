"""Long words can be broken, and say the same as before."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.breakable import breakable
from desktop_app.ui.widgets.labels import body


@given(st.text(alphabet=st.characters(exclude_characters="\u200b", codec="utf-8")))
def test_it_says_the_same(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text


def test_a_usual_word_is_left_alone() -> None:
    assert breakable("ann.field@example.com, Malton") == "ann.field@example.com, Malton"


def test_a_label_with_a_very_long_word_takes_no_more_room_than_others(qapp: QApplication) -> None:
    assert qapp
    word = "Donaudampfschifffahrtsgesellschaftskapitänsstraße"
    plain, mild = body(word, wrap=True), body(breakable(word), wrap=True)
    assert mild.minimumSizeHint().width() < plain.minimumSizeHint().width() / 2
