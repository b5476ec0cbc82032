"""The hashes that stand for a permission: made for orders and lines, and compared forgivingly."""

import base64
import hmac
import secrets


def order_hash() -> str:
    """Return 44 characters of base64 of which some are `+` or `/`, so that clients meet both."""
    while True:
        made = base64.b64encode(secrets.token_bytes(32)).decode()
        if "+" in made and "/" in made:
            return made


def payment_hash(now: float) -> str:
    """Return 64 upper-case hex digits and ten of Unix time, as the payment link has them."""
    return f"{secrets.token_hex(32).upper()}{int(now):010d}"


def same_hash(sent: str, known: str) -> bool:
    """Compare a hash from a query, where a raw `+` arrives as a space."""
    return hmac.compare_digest(sent.replace(" ", "+").encode(), known.encode())
