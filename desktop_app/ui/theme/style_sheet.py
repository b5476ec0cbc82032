"""The one style sheet, with a theme's colours and sizes filled in."""

from dataclasses import asdict
from string import Template

from desktop_app.system.resources import resource
from desktop_app.ui.theme.fonts import TypeScale
from desktop_app.ui.theme.space import FIELD_HEIGHT, RADIUS, ROW_HEIGHT
from desktop_app.ui.theme.tokens import Tokens


def style_sheet(tokens: Tokens, sizes: TypeScale) -> str:
    """`resources/themes/postroom.qss` for one theme; KeyError if it names an unknown token."""
    sheet = Template(resource("themes/postroom.qss").read_text(encoding="utf-8"))
    return sheet.substitute(
        asdict(tokens),
        assets=resource(f"themes/{tokens.name}").as_posix(),
        note_size=f"{sizes.note}px",
        body_size=f"{sizes.body}px",
        section_size=f"{sizes.section}px",
        title_size=f"{sizes.title}px",
        radius=f"{RADIUS}px",
        # What Qt calls height is without border and padding: two pixels of border here.
        field_inner=f"{FIELD_HEIGHT - 2}px",
        row_height=f"{ROW_HEIGHT}px",
    )
