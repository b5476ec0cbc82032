"""Connected shops, what came in from them, and the outbox of what they are told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "shops",
        *_texts("id", "platform", "name", "base_url", "user", "connected_at"),
        sa.Column("read_at", sa.Text()),
        sa.Column("agreed_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_shops"),
    )
    op.create_table(
        "shop_orders",
        *_texts("shop_id", "source_id", "order_number", "shipment_id", "seen_at", "shop_order"),
        sa.PrimaryKeyConstraint("shop_id", "source_id", name="pk_shop_orders"),
    )
    op.create_index("ix_shop_orders_order_number", "shop_orders", ["order_number"])
    op.create_index("ix_shop_orders_shipment_id", "shop_orders", ["shipment_id"])
    _outbox()


def _outbox() -> None:
    op.create_table(
        "despatches",
        *_texts("key", "shop_id", "shipment_id", "state", "made_at"),
        sa.Column("tried_at", sa.Text()),
        sa.Column("sent_at", sa.Text()),
        sa.Column("tries", sa.Integer(), nullable=False),
        *_texts("why", "news"),
        sa.PrimaryKeyConstraint("key", name="pk_despatches"),
    )
    op.create_index("ix_despatches_shop_id", "despatches", ["shop_id"])
    op.create_index("ix_despatches_shipment_id", "despatches", ["shipment_id"])


def _texts(*names: str) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
