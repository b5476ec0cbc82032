"""Products: what customs was last told about each."""

from decimal import Decimal

import pytest

from desktop_app.domain.parcel import ContentsLine
from desktop_app.storage.database import Database
from desktop_app.storage.products import SqlProducts

SLIPPERS = ContentsLine(
    description="Wool slippers", quantity=3, unit_value=Decimal("45.00"),
    commodity_code="6404199000", origin_country="GBR", unit_weight_kg=Decimal("1.2"), sku="SL-1",
)  # fmt: skip
SCARF = ContentsLine(description="Silk scarf", unit_value=Decimal(20), commodity_code="621410")


@pytest.fixture
def products(database: Database) -> SqlProducts:
    return SqlProducts(database)


def test_products_are_kept_for_one_piece_the_first_in_front(products: SqlProducts) -> None:
    products.remember([SLIPPERS, SCARF])
    assert products.products() == (SLIPPERS.model_copy(update={"quantity": 1}), SCARF)
    products.remember([SCARF])
    assert [line.description for line in products.products()] == ["Silk scarf", "Wool slippers"]


def test_a_product_is_known_by_its_sku(products: SqlProducts) -> None:
    products.remember([SLIPPERS])
    renamed = SLIPPERS.model_copy(update={"description": "Felt slippers", "quantity": 1})
    products.remember([renamed])
    assert products.products() == (renamed,)


def test_without_a_sku_by_its_description_in_any_case(products: SqlProducts) -> None:
    products.remember([SCARF])
    products.remember([SCARF.model_copy(update={"description": "SILK  scarf"})])
    assert len(products.products()) == 1


def test_what_a_line_leaves_empty_stays_known(products: SqlProducts) -> None:
    """A shipment at home needs no commodity code and must not erase it."""
    products.remember([SLIPPERS])
    at_home = ContentsLine(description="Slippers", unit_value=Decimal(40), sku="SL-1")
    products.remember([at_home])
    (line,) = products.products()
    assert (line.description, line.unit_value) == ("Slippers", Decimal(40))
    assert (line.commodity_code, line.unit_weight_kg) == ("6404199000", Decimal("1.2"))


def test_a_line_without_a_name_is_not_kept(products: SqlProducts) -> None:
    products.remember([ContentsLine(unit_value=Decimal(5))])
    assert products.products() == ()
