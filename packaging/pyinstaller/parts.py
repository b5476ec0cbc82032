"""Which files of the libraries are shipped: PyInstaller takes all that a module might want.

The window is drawn with Widgets in the Fusion style. It needs no QML, no OpenGL, no databases of
Qt's own, and of Qt's translations only those of the languages Postroom itself speaks. Of pycountry
the names of countries are used, not those of languages, scripts and currencies.
"""

import re
from pathlib import PurePosixPath

# Kinds of Qt's plugins, and which of each are used.
PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qjpeg", "qsvg", "qico"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"),
    "wayland-decoration-client": ("bradient",),
    "wayland-shell-integration": ("xdg-shell",),
}
MODULES_LEFT_OUT = [
    # Never imported by what is shipped, though a library names them.
    "IPython", "MySQLdb", "PIL.ImageQt", "PIL.ImageTk", "_tkinter", "lib2to3", "numpy", "pip",
    "psycopg", "psycopg2", "pydoc_data", "pygments", "pytest", "requests", "rich", "setuptools",
    "tkinter", "urllib3",
    # Where a number is registered, at which network and in which time zone: 4 MB nobody asks for.
    "phonenumbers.carrierdata", "phonenumbers.geodata", "phonenumbers.tzdata",
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
    "sqlalchemy.testing",
    # What the checks of this house need.
    "hypothesis", "mypy", "_pytest", "xdist",
]  # fmt: skip
_QT_LEFT_OUT = (
    "Qml", "Quick", "VirtualKeyboard", "Pdf", "OpenGLWidgets", "EglFSDeviceIntegration",
    "EglFsKmsSupport", "Designer", "Sql", "Labs",
)  # fmt: skip
_LEFT_OUT = re.compile(
    rf"(lib)?Qt6?({'|'.join(_QT_LEFT_OUT)})\w*\.|opengl32sw\.dll|d3dcompiler|_avif\.|libavif-",
    re.IGNORECASE,
)
_PLUGIN = re.compile(r"(lib)?(?P<name>[\w-]+)\.(so|dll|dylib)")


def is_used(place: str) -> bool:
    """Whether a file is shipped; `place` is where in the program's folder it would lie."""
    path = PurePosixPath(place.replace("\\", "/"))
    if _LEFT_OUT.match(path.name):
        return False
    if "pycountry" in path.parts and path.suffix == ".mo":
        return path.stem == "iso3166-1"
    return "PySide6" not in path.parts or _is_used_of_qt(path)


def _is_used_of_qt(path: PurePosixPath) -> bool:
    if "translations" in path.parts:
        return False
    if "plugins" not in path.parts:
        return True
    kind = path.parts[path.parts.index("plugins") + 1]
    found = _PLUGIN.fullmatch(path.name)
    return found is not None and found["name"] in PLUGINS.get(kind, ())
