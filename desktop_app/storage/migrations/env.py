"""Run by Alembic: the migrations, on the connection and in the transaction that it is given."""

from alembic import context

from desktop_app.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a table; Alembic then copies it
)
with context.begin_transaction():
    context.run_migrations()
