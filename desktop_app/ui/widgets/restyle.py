"""A dynamic property the style sheet looks at, changed while the widget is on screen."""

from PySide6.QtWidgets import QWidget


def set_style(widget: QWidget, name: str, value: str) -> None:
    """Set the property and have the style sheet read again; nothing happens if it is so already."""
    if (widget.property(name) or "") == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
