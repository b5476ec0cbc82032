"""What is kept of a table's columns between two starts."""

from pydantic import Field

from desktop_app.domain.value import Value

_VERSION = 1


class TableLayout(Value):
    """By the columns' names: their order, widths in pixels, which are hidden, how it is sorted."""

    version: int = _VERSION
    order: tuple[str, ...] = ()
    widths: dict[str, int] = Field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False


def read_layout(text: str) -> TableLayout | None:
    """None for text that is none of ours, or damaged, or of another version."""
    try:
        layout = TableLayout.model_validate_json(text)
    except ValueError:
        return None
    return layout if layout.version == _VERSION and layout.order else None
