"""Rows keep their order and their words over pages, and none runs out of its page."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.table import Column, Row, SetRow, Table
from tests.documents.lettered import LETTERS

TABLE = Table((Column("A", 0.7), Column("B", 0.3, is_number=True)), 10, 200, 8)
HEADINGS = st.just(Row(("Parcel",)))
LINES = st.builds(lambda words, number: Row((words, number)), st.text(max_size=300), st.text("9"))


def said(rows: list[SetRow]) -> str:
    return "".join(line for row in rows for cell in row.lines for line in cell)


@given(
    st.lists(st.one_of(HEADINGS, LINES), max_size=40),
    st.floats(40, 300),
    st.floats(40, 300),
    st.floats(0, 30),
)
def test_every_row_is_on_a_page_and_every_page_has_room(
    rows: list[Row], first: float, later: float, foot: float
) -> None:
    made = TABLE.set(rows, LETTERS, min(first, later))
    pages = TABLE.pages(made, first, later, foot)
    assert [row for page in pages for row in page] == made
    for number, page in enumerate(pages):
        room = (later if number else first) - (foot if page is pages[-1] else 0)
        assert sum(map(TABLE.height, page)) <= room + 0.01 or len(page) == 1


def test_the_foot_never_stands_alone() -> None:
    rows = TABLE.set([Row(("one", "1"))] * 4, LETTERS, 100)
    room = 4 * TABLE.height(rows[0]) + 1
    assert [len(page) for page in TABLE.pages(rows, room, room, 20)] == [3, 1]
    assert [len(page) for page in TABLE.pages(rows, room + 20, room, 20)] == [4]


def test_a_heading_goes_with_what_it_names() -> None:
    rows = TABLE.set([Row(("one", "1")), Row(("Parcel 2",)), Row(("two", "2"))], LETTERS, 100)
    room = 2 * TABLE.height(rows[0]) + 1
    assert [said(page) for page in TABLE.pages(rows, room, room, 0)] == ["one1", "Parcel 2two2"]


def test_a_row_higher_than_a_page_goes_on() -> None:
    rows = TABLE.set([Row(("word " * 200, "7"))], LETTERS, 60)
    assert len(rows) > 5
    assert said(rows).count("word") == 200
    assert all(TABLE.height(row) <= 60 for row in rows)
