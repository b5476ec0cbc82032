"""The codes with which a shop prints labels."""

import httpx
import zxingcpp
from PySide6.QtGui import QImage

from tests.practice.caller import Caller
from tests.practice.orders_sent import item, order, parcel

SLUG = "myhermes-parcelshop"
WISH = [{"Type": "printinstore"}]


def codes(png: bytes) -> set[str]:
    """What the QR codes of a picture say."""
    picture = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(picture.constBits()).cast(
        "B", shape=[picture.height(), picture.bytesPerLine()]
    )
    return {code.text for code in zxingcpp.read_barcodes(rows)}


def test_each_parcel_has_its_code(caller: Caller) -> None:
    made = caller.paid_order(order(item(SLUG, Upsells=WISH, Parcels=[parcel(), parcel()])))
    query = {"orderId": made["OrderId"], "hash": made["Hash"]}
    read = caller.get("/api/orders", params=query).json()
    told = {one["PrintInStoreBarcode"] for one in read["Items"][0]["Parcels"]}
    assert len(told) == 2
    for name in ("barcode-printinstore", "wallet-ios-printinstore"):
        answer = httpx.get(read["Links"][name])
        assert answer.headers["content-type"] == "image/png"
        assert codes(answer.content) == told


def test_without_the_extra_there_is_no_code(caller: Caller) -> None:
    made = caller.paid_order()
    query = {"orderId": made["OrderId"], "hash": made["Hash"]}
    read = caller.get("/api/orders", params=query).json()
    assert "barcode-printinstore" not in read["Links"]
    assert read["Items"][0]["Parcels"][0]["PrintInStoreBarcode"] is None
    url = read["Links"]["invoice"].replace("/invoice?", "/barcode-printinstore?")
    assert httpx.get(url).status_code == 404
