"""The middle of the wizard: what went wrong, the page's title and sentence, the page itself."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.labels import muted, title
from desktop_app.ui.widgets.page_scroll import BELOW, PageScroll


class PageFrame(QWidget):
    """Shows one page at a time, each in a scroll area that is made once."""

    def __init__(self, strip: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title()
        self._title.setObjectName("pageTitle")
        self._lead = muted()
        self._lead.setObjectName("pageLead")
        self._lead.setWordWrap(True)
        self._bar = BusyBar()
        self._stack = QStackedWidget()
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self.begin_at_top)
        self._scrolls: dict[QWidget, PageScroll] = {}
        words = QVBoxLayout()
        words.setSpacing(S)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head = QVBoxLayout()
        head.setContentsMargins(L, M, L, S)
        head.setSpacing(M)
        head.addWidget(strip)
        head.addLayout(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def holds(self, page: QWidget) -> bool:
        """Whether a page was added or shown before."""
        return page in self._scrolls

    def add_page(self, page: QWidget) -> None:
        """Make all ready to show a page."""
        self._scrolls[page] = self._scroll(page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if not self.holds(page):
            self.add_page(page)
        self._stack.setCurrentWidget(self._scrolls[page])
        self._settled.start()

    @Slot()
    def begin_at_top(self) -> None:
        """The page from its top, but with the cursor in view, once everything has its place."""
        scroll = self._stack.currentWidget()
        if isinstance(scroll, PageScroll):
            scroll.verticalScrollBar().setValue(0)
            focused = scroll.focusWidget()
            if focused is not None and scroll.isAncestorOf(focused):
                scroll.ensureWidgetVisible(focused, 0, BELOW)

    def set_words(self, heading: str, lead: str) -> None:
        """The page's title and the sentence below it."""
        self._title.setText(heading)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.setAccessibleName(heading)

    def set_busy(self, busy: bool) -> None:
        """The thin bar moves while work on the shipment is under way."""
        self._bar.start() if busy else self._bar.stop()

    def _scroll(self, page: QWidget) -> PageScroll:
        holder = QWidget()
        holder.setProperty("role", "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(L, S, L, M)
        scroll = PageScroll(holder)
        self._stack.addWidget(scroll)
        # Last: a whole page is dressed anew each time something above it changes hands.
        column.addWidget(page)
        return scroll
