"""Webhooks that came in."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "webhooks",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("account_id", "id", "at")),
        sa.Column("is_case", sa.Integer(), nullable=False),
        sa.Column("is_applied", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "id", name="pk_webhooks"),
    )
