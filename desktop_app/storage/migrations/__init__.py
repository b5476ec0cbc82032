"""How a database of any older Postroom becomes one of this: Alembic runs what is missing."""
