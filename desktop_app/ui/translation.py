"""The window's words in the language of the settings, where there is a translation."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from desktop_app.system.resources import resources_folder

_PREFIX = "postroom_"


def translations_folder() -> Path:
    """Where the translations lie, each as `postroom_<code>.qm`."""
    return resources_folder() / "translations"


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the translations that are there; English needs none."""
    found = (folder or translations_folder()).glob(f"{_PREFIX}*.qm")
    return tuple(sorted(path.stem.removeprefix(_PREFIX) for path in found))


def install_translation(
    application: QCoreApplication, code: str, folder: Path | None = None
) -> bool:
    """Translates every window made from now on; False, and English, where it cannot be read."""
    if code not in languages(folder):
        return False
    translator = QTranslator(application)
    if not translator.load(f"{_PREFIX}{code}.qm", str(folder or translations_folder())):
        return False
    return application.installTranslator(translator)
