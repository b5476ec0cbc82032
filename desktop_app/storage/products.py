"""Fills the ProductMemory port: what customs was last told about each product."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select

from desktop_app.domain.parcel import ContentsLine
from desktop_app.storage.database import Database
from desktop_app.storage.tables import products
from desktop_app.storage.tolerant import read_value
from desktop_app.storage.turns import next_turn


class SqlProducts:
    """A product is known by its SKU; without one, by its description in any case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, lines: Sequence[ContentsLine]) -> None:
        """Keeps each line for one piece; what it leaves empty stays as it was known before."""
        with self._database.writing() as connection:
            for line in reversed(lines):  # so that the first of them is in front
                if name := _name(line):
                    _remember(connection, name, line)

    def products(self) -> tuple[ContentsLine, ...]:
        """All of them, last used first; one that cannot be read is left out."""
        with self._database.reading() as connection:
            texts = connection.scalars(select(products.c.line).order_by(products.c.turn.desc()))
            return tuple(line for text in texts for line in _read(text))


def _remember(connection: Connection, name: str, line: ContentsLine) -> None:
    same = products.c.name == name
    text = connection.scalar(select(products.c.line).where(same).with_for_update())
    known = next(_read(text), None) if text else None
    turn = next_turn(connection, products)
    kept = _completed(line, known).model_dump_json()
    connection.execute(delete(products).where(same))
    connection.execute(insert(products).values(name=name, turn=turn, line=kept))


def _completed(line: ContentsLine, known: ContentsLine | None) -> ContentsLine:
    single = line.model_copy(update={"quantity": 1})
    if known is None:
        return single
    gaps = {field: getattr(known, field) for field, said in single if said in {None, ""}}
    return single.model_copy(update=gaps)


def _name(line: ContentsLine) -> str:
    if line.sku:
        return f"sku:{line.sku}"
    description = " ".join(line.description.casefold().split())
    return f"description:{description}" if description else ""


def _read(text: str) -> Iterator[ContentsLine]:
    try:
        yield read_value(ContentsLine, text)
    except ValueError:
        return
