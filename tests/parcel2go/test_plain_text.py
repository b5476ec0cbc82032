"""Text out of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.parcel2go.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Next day", "Next day"),
        ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
        ("<ul><li>A</li><li>B&nbsp;C</li></ul>", "A\nB C"),
        ("Mon: 7-9<br/>Tue: 8", "Mon: 7-9\nTue: 8"),
        ("<script>alert(1)</script>Safe<style>p{}</style>", "Safe"),
        ("a < b", "a < b"),
        ("<b>bold", "bold"),
        ("", ""),
    ],
)
def test_words_stay_and_markup_goes(html: str, text: str) -> None:
    assert plain_text(html) == text


@given(st.text(alphabet="<>![]&;/-=\"' aIf?scriptCDATA") | st.text())
def test_no_html_is_too_broken(html: str) -> None:
    assert isinstance(plain_text(html), str)
