"""10,000 rows of an order file, against csv and sqlite3 taking the bare rows."""

import csv
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from desktop_app.shops.files.order_file import read_order_file

COUNT = 10_000
RUNS = 5
_HEADER = (
    "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Delivery,"
    "Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Dispatched,Delivery Name,"
    "Delivery Address1,Delivery Address2,Delivery City,Delivery State,Delivery Zipcode,"
    "Delivery Country,Order ID,Variations,Order Type,SKU"
)
_ROW = (
    "11/20/26,Linocut print {n},Ann,1,12.00,,0.00,3.50,12.00,GBP,{n},81,11/20/2026,,Ann Field {n},"
    "{n} Saville Street,,Malton,North Yorkshire,YO17 7LL,United Kingdom,33{n},,online,LP-{n}"
)


def import_against_bare_rows() -> float:
    """Seconds of ours by seconds of csv and sqlite3, medians of several runs in turn.

    Ours finds the encoding, the delimiter and the layout, and makes 10,000 checked orders; theirs
    puts the cells into a table.
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "orders.csv"
        rows = (_ROW.format(n=number) for number in range(COUNT))
        path.write_text("\n".join((_HEADER, *rows)), encoding="utf-8")
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(_ours(path))
            theirs.append(_bare(path, Path(name) / "rows.db"))
    return statistics.median(ours) / statistics.median(theirs)


def _ours(path: Path) -> float:
    begun = time.perf_counter()
    found = read_order_file(path)
    taken = time.perf_counter() - begun
    assert len(found.orders) == COUNT
    return taken


def _bare(path: Path, database: Path) -> float:
    database.unlink(missing_ok=True)
    begun = time.perf_counter()
    connection = sqlite3.connect(database)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        width = len(next(rows))
        columns = ", ".join(f"c{number}" for number in range(width))
        connection.execute(f"CREATE TABLE orders ({columns})")
        marks = ", ".join("?" * width)
        connection.executemany(f"INSERT INTO orders VALUES ({marks})", rows)  # noqa: S608 - marks
    connection.commit()
    connection.close()
    return time.perf_counter() - begun
