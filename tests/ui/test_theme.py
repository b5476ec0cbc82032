"""Both themes can be read, are whole, and change while the window is open."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.look import Theme
from desktop_app.system.resources import resource
from desktop_app.ui.theme.app_icon import app_icon
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.theme.contrast import contrast
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.fonts import TypeScale, type_scale
from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.style_sheet import style_sheet
from desktop_app.ui.theme.tokens import TEXT_PAIRS, load_tokens
from desktop_app.ui.widgets.badge import Badge, BadgeTone
from desktop_app.ui.widgets.courier_mark import GROUNDS, INK

THEMES = ("light", "dark")
ICONS = sorted({path.stem for path in resource("icons").glob("*.svg")} - {"postroom"})
DRAWINGS = sorted(resource("icons").glob("*.svg")) + sorted(resource("themes").glob("*/*.svg"))


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_is_read_on_its_ground(name: str, front: str, back: str) -> None:
    theme = load_tokens(name)
    assert contrast(theme.colour(front), theme.colour(back)) >= 4.5


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("tone", get_args(BadgeTone))
def test_a_badge_is_read_as_it_is_painted(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tone: BadgeTone
) -> None:
    """Thin letters never reach their whole colour: the strongest dot of them is measured."""
    badge = Badge(tone.capitalize(), tone)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    try:
        apply_theme(qapp, theme)
        image = badge.grab().toImage()
    finally:
        apply_theme(qapp, Theme.LIGHT)
    middle = range(image.height() // 4, image.height() * 3 // 4)
    dots = Counter(
        image.pixelColor(x, y).name() for x in range(8, image.width() - 8) for y in middle
    )
    ground, _times = dots.most_common(1)[0]
    assert max(contrast(dot, ground) for dot in dots) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_edges_of_fields_and_the_focus_are_seen(name: str) -> None:
    theme = load_tokens(name)
    assert contrast(theme.border_strong, theme.surface) >= 3
    for ground in (theme.background, theme.surface, theme.rail):
        assert contrast(theme.focus, ground) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_courier_mark_is_read(ground: str) -> None:
    assert contrast(INK, ground) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_in_and_knows_its_files(name: str) -> None:
    sheet = style_sheet(load_tokens(name), TypeScale(12, 13, 15, 20))
    assert "$" not in sheet
    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    for file in files:
        assert Path(file).is_file()


@pytest.mark.parametrize("name", THEMES)
def test_drawings_of_a_theme_wear_its_colours(name: str) -> None:
    theme = load_tokens(name)
    for file in ("check", "dash", "dot"):
        assert theme.on_accent in resource(f"themes/{name}/{file}.svg").read_text("utf-8")
    assert theme.text in resource(f"themes/{name}/tick.svg").read_text("utf-8")
    assert theme.muted in resource(f"themes/{name}/chevron-down.svg").read_text("utf-8")


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_can_be_drawn(qapp: QApplication, path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_leaves_a_mark_in_the_wanted_colour(qapp: QApplication, name: str) -> None:
    image = icon(name, "danger").pixmap(QSize(48, 48)).toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(48) for y in range(48)}
    assert tokens().danger in colours


def test_an_unknown_icon_or_tint_is_said_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(KeyError):
        icon("add", "no-such-tint")


def test_a_greyed_icon_and_a_copied_one(qapp: QApplication) -> None:
    grey = icon("add").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage().pixelColor(24, 24)
    assert grey == QColor(tokens().disabled)
    copied = QIcon(icon("add"))
    copied.addPixmap(icon("close").pixmap(QSize(24, 24)))
    assert not copied.pixmap(QSize(16, 16)).isNull()
    assert not app_icon().isNull()


def test_the_theme_changes_under_an_open_window(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton(icon("add", "accent"), "")
    qtbot.addWidget(button)
    try:
        apply_theme(qapp, Theme.DARK)
        dark = load_tokens("dark")
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(dark.background)
        image = button.icon().pixmap(QSize(48, 48)).toImage()
        assert image.pixelColor(24, 24) == QColor(dark.accent)
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert tokens() is load_tokens("light")


def test_the_system_decides_until_the_user_does(qapp: QApplication) -> None:
    try:
        apply_theme(qapp, Theme.SYSTEM)
        first = tokens().name
        qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
        assert tokens().name == first
        apply_theme(qapp, Theme.DARK)
        qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
        assert tokens().name == "dark"
    finally:
        apply_theme(qapp, Theme.LIGHT)


def test_type_grows_with_the_system_font(qapp: QApplication) -> None:
    small, large = QFont(), QFont()
    small.setPixelSize(11)
    large.setPixelSize(26)
    assert type_scale(small) == TypeScale(note=12, body=13, section=15, title=20)
    assert type_scale(large) == TypeScale(note=24, body=26, section=30, title=40)


def test_icons_are_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    fine = icon("add").pixmap(QSize(18, 18), 1.5)
    assert (fine.width(), fine.devicePixelRatio()) == (27, 1.5)
