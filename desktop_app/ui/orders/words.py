"""Orders that come in, in the user's words."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.again import Again
from desktop_app.domain.shop_order import SkipReason

translate = QCoreApplication.translate
_PLATFORMS = {
    "ebay": "eBay", "etsy": "Etsy", "amazon": "Amazon", "shopify": "Shopify",
    "woocommerce": "WooCommerce", "tiktok": "TikTok Shop", "click-and-drop": "Click & Drop",
    "postroom": "Postroom",
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


def again_word(again: Again) -> str:
    """What to do with orders that are here already."""
    words = {
        Again.SKIP: translate("Orders", "Leave them as they are"),
        Again.UPDATE: translate("Orders", "Bring their drafts up to date"),
        Again.NEW: translate("Orders", "Make new drafts of them"),
    }
    return words[again]
