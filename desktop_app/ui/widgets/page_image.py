"""A rendered page as a picture of Qt's."""

from PySide6.QtGui import QImage

from desktop_app.services.ports import PagePicture


def page_image(page: PagePicture) -> QImage:
    """The page's pixels, copied, so that the page may go."""
    form = QImage.Format.Format_RGBA8888
    return QImage(page.pixels, page.width, page.height, page.width * 4, form).copy()
