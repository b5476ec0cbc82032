"""Keys as they go into a header: what cannot go there is named before anything is sent."""

from desktop_app.domain.errors import NotSignedIn


def header_word(key: str, what: str) -> str:
    """The key without blanks around it; raises NotSignedIn for none, or for one that no header
    can carry."""
    word = key.strip()
    if not word:
        raise NotSignedIn(f"No {what} is kept for this shop.", advice="Connect the shop again.")
    if not word.isascii() or not word.isprintable():
        message = f"The {what} has plain letters, digits and signs only."
        raise NotSignedIn(message, advice="Copy it again, alone, and connect the shop again.")
    return word
