"""The newest migration, known without importing Alembic (0.14 s) or SQLAlchemy (0.26 s)."""

# A test holds it against the migrations themselves.
HEAD = "0007"
