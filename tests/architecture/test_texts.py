"""No file of ours knows the machine it was written on."""

import re

from tests.architecture.tree import files, named

# The people in examples are called jo; a screen's socket under the temporary folder is X's own.
PERSONAL = re.compile(
    r"(?<![\w./-])/(?:work|root)/"
    r"|(?<![\w.-])/tmp/\w"
    r"|(?<![\w.-])/(?:home|Users)/(?!jo/)\w"
    r"|[A-Z]:\\+Users\\+(?!jo\\)\w"
)


def test_no_file_names_a_folder_of_a_person_or_a_machine() -> None:
    found = [
        f"{named(path)}:{number}"
        for path in files()
        for number, line in enumerate(text_of(path.read_bytes()).splitlines(), 1)
        if PERSONAL.search(line)
    ]
    assert found == []


def text_of(content: bytes) -> str:
    """A text file's text; empty for pictures and fonts."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def test_such_a_folder_would_be_found() -> None:
    parts = (("", "home", "kim", "x"), ("", "tmp", "x"), ("C:", "Users", "kim"))
    assert all(
        PERSONAL.search(sign.join(p)) for p in parts for sign in "/\\" if p[0] or sign == "/"
    )
