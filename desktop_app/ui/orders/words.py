"""Orders that come in, in the user's words."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.again import Again
from desktop_app.domain.shop import LeftOutReason
from desktop_app.domain.shop_order import SkipReason

translate = QCoreApplication.translate
_PLATFORMS = {
    "ebay": "eBay", "etsy": "Etsy", "amazon": "Amazon", "shopify": "Shopify",
    "woocommerce": "WooCommerce", "tiktok": "TikTok Shop", "click-and-drop": "Click & Drop",
    "postroom": "Postroom", "epages": "ePages", "geins": "Geins", "centra": "Centra",
}  # fmt: skip


def platform_word(platform: str) -> str:
    """The platform's own name."""
    return _PLATFORMS.get(platform) or translate("Orders", "Unknown")


def reason_word(reason: SkipReason) -> str:
    """Why a row is left out."""
    words = {
        SkipReason.CANCELLED: translate("Orders", "Cancelled or refunded"),
        SkipReason.DISPATCHED: translate("Orders", "Sent already"),
        SkipReason.FOOTER: translate("Orders", "Below the table"),
        SkipReason.DIGITAL: translate("Orders", "Nothing to send"),
        SkipReason.NO_ADDRESS: translate("Orders", "No address"),
        SkipReason.MALFORMED: translate("Orders", "Cannot be read"),
    }
    return words[reason]


def shop_reason_word(reason: LeftOutReason) -> str:
    """Why an order of a shop is left out."""
    words = {
        LeftOutReason.CANCELLED: translate("Orders", "Cancelled or refunded"),
        LeftOutReason.DISPATCHED: translate("Orders", "Sent already"),
        LeftOutReason.RETURNED: translate("Orders", "Returned"),
        LeftOutReason.CLOSED: translate("Orders", "Closed"),
        LeftOutReason.ON_HOLD: translate("Orders", "On hold"),
        LeftOutReason.UNPAID: translate("Orders", "Not paid yet"),
        LeftOutReason.NO_ADDRESS: translate("Orders", "No address"),
        LeftOutReason.NOTHING_TO_SEND: translate("Orders", "Nothing to send"),
        LeftOutReason.MALFORMED: translate("Orders", "Cannot be read"),
    }
    return words[reason]


def again_word(again: Again) -> str:
    """What to do with orders that are here already."""
    words = {
        Again.SKIP: translate("Orders", "Leave them as they are"),
        Again.UPDATE: translate("Orders", "Bring their drafts up to date"),
        Again.NEW: translate("Orders", "Make new drafts of them"),
    }
    return words[again]
