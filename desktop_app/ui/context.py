"""What every screen of the window is given: the services, the one door for slow work, a way to
open pages in the browser, and a place for short messages."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.services.office import Office
from desktop_app.ui.background import Background


@dataclass(frozen=True)
class Context:
    """Handed from the main window to its screens.

    `open_page` opens a checked https page (or a practice page on this computer) in the browser
    and says whether that worked. `toast(text, undo)` shows a short message, with Undo if given.
    """

    office: Office
    background: Background
    open_page: Callable[[str], bool]
    toast: Callable[[str, Callable[[], None] | None], None]
