"""The tables as they are now; `migrations/` says how each older database gets there.

Amounts and times are text, exact in every database. Free text has no length that could cut it.
"""

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# `record` is a ShipmentRecord as JSON and the truth; the other columns are what the list shows of
# it, written in the same statement. `record_version` is the shape of that JSON.
shipments = Table(
    "shipments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("courier", Text, nullable=False),
    Column("total", Text),
    Column("consignment", Text, nullable=False),
    Column("trouble", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
    Column("record_version", Integer, nullable=False),
    Column("record", Text, nullable=False),
    # What the ledger reads of it; net and vat are the order's, and NULL until there is one.
    Column("order_id", Text),
    Column("net", Text),
    Column("vat", Text),
    Column("shop", Text),
    Column("paid_at", Text),
    Column("collection_day", Text),
    Column("scanned", Integer),
    Index(None, "account_id", "created_at"),
    Index(None, "account_id", "updated_at"),
)

# `live_payment` is the shipment's id while a payment of it is begun, uncertain or made, else
# NULL: being unique, it lets the database itself refuse a second payment, whoever asks for it.
attempts = Table(
    "attempts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("shipment_id", Text, nullable=False, index=True),
    Column("account_id", Text, nullable=False),
    Column("amount", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("ended_at", Text),
    Column("note", Text, nullable=False),
    Column("live_payment", Text, unique=True),
)

# `person` and `name` are what makes two entries the same one. `turn` counts uses: the entry with
# the highest was used last, whatever the clock said.
addresses = Table(
    "addresses",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False, unique=True),
    Column("turn", Integer, nullable=False),
    Column("last_used", Text, nullable=False),
    Column("address", Text, nullable=False),
)

products = Table(
    "products",
    metadata,
    Column("name", Text, primary_key=True),
    Column("turn", Integer, nullable=False),
    Column("line", Text, nullable=False),
)

countries = Table(
    "countries",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("read_at", Text, nullable=False),
    Column("book", Text, nullable=False),
)

# A row is written by itself, as soon as its shipment is done with: a day of 500 does not write
# 500 rows 500 times.
day_runs = Table(
    "day_runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("begun_at", Text, nullable=False),
    Column("ended_at", Text),
)

day_rows = Table(
    "day_rows",
    metadata,
    Column("run_id", Text, primary_key=True),
    Column("shipment_id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("agreed", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("paid", Text, nullable=False),
    Column("words", Text, nullable=False),
)

# One for each payment, by its attempt's key. `net`, `vat` and `total` are what is expected back,
# `received` is what came, with VAT.
refunds = Table(
    "refunds",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("shipment_id", Text, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("net", Text, nullable=False),
    Column("vat", Text, nullable=False),
    Column("total", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("ended_at", Text),
    Column("received", Text, nullable=False),
    Column("note", Text, nullable=False),
)

# What PrePay held when it was last seen: what it rises by from then on has come in.
balances = Table(
    "balances",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("balance", Text, nullable=False),
    Column("told_at", Text, nullable=False),
)

top_ups = Table(
    "top_ups",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("seen_at", Text, nullable=False),
    Column("amount", Text, nullable=False),
    Column("note", Text, nullable=False),
)

# Connected shops; their secrets are in the key vault under `id`.
shops = Table(
    "shops",
    metadata,
    Column("id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("base_url", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("connected_at", Text, nullable=False),
    Column("read_at", Text),
    Column("agreed_at", Text),
)

# What came in from a shop, as it was last read, and the shipment that it became.
shop_orders = Table(
    "shop_orders",
    metadata,
    Column("shop_id", Text, primary_key=True),
    Column("source_id", Text, primary_key=True),
    Column("order_number", Text, nullable=False, index=True),
    Column("shipment_id", Text, nullable=False, index=True),
    Column("seen_at", Text, nullable=False),
    Column("shop_order", Text, nullable=False),
)

# The outbox. Its key is the order's and its parcels' own, so that the same news is kept once;
# only what is not being sent, and was not, can be taken in hand.
despatches = Table(
    "despatches",
    metadata,
    Column("key", Text, primary_key=True),
    Column("shop_id", Text, nullable=False, index=True),
    Column("shipment_id", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("tried_at", Text),
    Column("sent_at", Text),
    Column("tries", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("news", Text, nullable=False),
)

# Each import, so that it can be taken back; `batch` is all of it, as JSON.
import_batches = Table(
    "import_batches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("batch", Text, nullable=False),
)

# Which draft an order became: an order that comes again is known by its key.
imported_orders = Table(
    "imported_orders",
    metadata,
    Column("batch_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("shipment_id", Text, nullable=False),
)

# Webhooks that came in; their ids are kept so that none is taken twice.
webhooks = Table(
    "webhooks",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("is_case", Integer, nullable=False),
    Column("is_applied", Integer, nullable=False),
    Column("event", Text, nullable=False),
)
