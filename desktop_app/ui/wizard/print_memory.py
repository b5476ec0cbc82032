"""Which paper and which printer were used last: remembered for the next label."""

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.settings import PrintSettings
from desktop_app.services.ports import SettingsStore


def remembered(settings: SettingsStore) -> PrintSettings:
    """How labels were printed last; the defaults where the settings cannot be read."""
    try:
        return settings.load().printing
    except PostroomError:
        return PrintSettings()


def remember_paper(settings: SettingsStore, paper: LabelPaper) -> None:
    """For the next label."""
    _change(settings, {"paper": paper})


def remember_printer(settings: SettingsStore, paper: LabelPaper, printer: str) -> None:
    """For this paper; "" asks each time from now on."""
    is_label = paper is LabelPaper.SIX_BY_FOUR
    update: dict[str, object] = {"label_printer" if is_label else "a4_printer": printer}
    _change(settings, update if printer else update | {"straight_to": ""})


def _change(settings: SettingsStore, update: dict[str, object]) -> None:
    """A choice that cannot be kept still holds for this label."""
    try:
        now = settings.load()
        printing = now.printing.model_copy(update=update)
        if printing != now.printing:
            settings.save(now.model_copy(update={"printing": printing}))
    except PostroomError:
        return
