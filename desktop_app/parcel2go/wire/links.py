"""Links: an object on orders, an array after paying (facts, pitfall 3)."""

from typing import Any

from desktop_app.domain.order import Link


def read_links(said: Any) -> tuple[Link, ...]:  # noqa: ANN401 - any JSON
    """All links of an answer, whichever way they stand there."""
    if isinstance(said, dict):
        pairs = list(said.items())
    elif isinstance(said, list):
        pairs = [_pair(one) for one in said if isinstance(one, dict)]
    else:
        pairs = []
    return tuple(
        Link(name=str(name), url=url) for name, url in pairs if isinstance(url, str) and url
    )


def _pair(one: dict[Any, Any]) -> tuple[Any, Any]:
    by_name = {str(key).casefold(): value for key, value in one.items()}
    return by_name.get("name", ""), by_name.get("link") or by_name.get("url")
