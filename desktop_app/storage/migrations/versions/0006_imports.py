"""Imports, and which draft each order became."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "import_batches",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "account_id", "at")),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_batches"),
    )
    op.create_index("ix_import_batches_account_id", "import_batches", ["account_id"])
    op.create_table(
        "imported_orders",
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("account_id", "key")),
        sa.Column("shipment_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "place", name="pk_imported_orders"),
    )
    op.create_index("ix_imported_orders_key", "imported_orders", ["key"])
