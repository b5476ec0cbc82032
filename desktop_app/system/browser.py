"""Opens a page in the system's browser, from any thread."""

import webbrowser


def open_in_browser(url: str) -> bool:
    """Whether a browser took the page. The caller has checked where it leads."""
    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
