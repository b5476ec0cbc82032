"""The colours of a theme by their names, read from TOML and checked."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache

from desktop_app.system.resources import resource

Colour = str
_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True)
class Tokens:
    """One theme: each colour as "#RRGGBB", named for what it is used for.

    No pydantic here: the window is on screen before that is imported.
    """

    name: str

    background: Colour
    surface: Colour
    raised: Colour
    rail: Colour
    border: Colour
    border_strong: Colour
    hover: Colour
    text: Colour
    muted: Colour
    disabled: Colour
    disabled_background: Colour

    accent: Colour
    accent_hover: Colour
    accent_pressed: Colour
    accent_soft: Colour
    on_accent: Colour
    selection: Colour
    on_selection: Colour
    focus: Colour

    danger: Colour
    danger_soft: Colour
    on_danger: Colour
    warning: Colour
    warning_soft: Colour
    success: Colour
    success_soft: Colour

    practice: Colour
    practice_soft: Colour
    on_practice: Colour
    sandbox: Colour
    sandbox_soft: Colour
    on_sandbox: Colour
    live: Colour
    live_soft: Colour
    on_live: Colour

    tip: Colour
    on_tip: Colour

    def colour(self, token: str) -> str:
        """The colour of a token by its name; KeyError for a name that is none."""
        if token not in _COLOURS:
            raise KeyError(token)
        return str(getattr(self, token))


_COLOURS = frozenset(field.name for field in fields(Tokens)) - {"name"}


# What is written on what, anywhere in the window. A test holds each pair to 4.5:1.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((front, back) for front in ("text", "muted") for back in
      ("background", "surface", "raised", "rail", "hover")),
    *((front, back) for front in ("accent", "danger", "warning", "success") for back in
      ("background", "surface", "raised")),
    *((front, back) for front in ("accent", "danger", "warning", "success") for back in
      ("hover", "selection")),
    ("text", "selection"),
    ("muted", "selection"),
    ("muted", "border"),
    ("accent", "rail"),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_selection", "selection"),
    ("on_danger", "danger"),
    *((tone, f"{tone}_soft") for tone in ("danger", "warning", "success")),
    *(("text", f"{tone}_soft") for tone in ("danger", "warning", "success")),
    *((tone, f"{tone}_soft") for tone in ("practice", "sandbox", "live")),
    *(("text", f"{tone}_soft") for tone in ("practice", "sandbox", "live")),
    *((f"on_{tone}", tone) for tone in ("practice", "sandbox", "live")),
    *((tone, back) for tone in ("practice", "sandbox", "live") for back in ("rail", "surface")),
    ("on_tip", "tip"),
)  # fmt: skip


@cache
def load_tokens(name: str) -> Tokens:
    """The theme "light" or "dark" from its file; ValueError if it is not whole."""
    table = tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    wrong = [token for token in _COLOURS if not _COLOUR.fullmatch(table.get(token, ""))]
    unknown = table.keys() - _COLOURS - {"name"}
    if wrong or unknown:
        raise ValueError(f"{name}.toml: {', '.join(sorted({*wrong, *unknown}))}")
    return Tokens(**table)
