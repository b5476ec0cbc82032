"""Who was used last: a number that grows with every use, since clocks may stand or go back."""

from sqlalchemy import Connection, Table, func, select


def next_turn(connection: Connection, table: Table) -> int:
    """One more than any in the table's `turn` column."""
    highest: int | None = connection.scalar(select(func.max(table.c.turn)))
    return (highest or 0) + 1
