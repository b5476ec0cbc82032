"""The theme the window wears now; painters ask for it each time they paint."""

from desktop_app.ui.theme.tokens import Tokens, load_tokens

_worn: list[Tokens] = []


def tokens() -> Tokens:
    """The colours now; those of the light theme before any was applied."""
    return _worn[0] if _worn else load_tokens("light")


def wear(new: Tokens) -> None:
    """Remember it. Only `apply_theme` calls this, as palette and style sheet belong to it."""
    _worn[:] = [new]
