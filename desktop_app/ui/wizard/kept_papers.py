"""The papers that go with a label: commercial invoice, picking list, invoice."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.label import DocumentKind, KeptDocument
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.labels import body

translate = QCoreApplication.translate


class KeptPapers(QWidget):
    """`save_wanted(document)`, `print_wanted(document)`; hidden where there are none."""

    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers")
        self._shown: tuple[tuple[KeptDocument, ...], bool] = ((), True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(body(self.tr("Papers"), strong=True))
        self.hide()

    def show_documents(
        self, documents: tuple[KeptDocument, ...], *, can_print: bool = True
    ) -> None:
        """Those that are no labels; without a printer they can be saved only."""
        papers = tuple(one for one in documents if one.kind is not DocumentKind.LABEL)
        self.setVisible(bool(papers))
        if (papers, can_print) == self._shown:
            return
        self._shown = (papers, can_print)
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        for paper in papers:
            self._column.addWidget(self._row(paper, can_print=can_print))

    def _row(self, paper: KeptDocument, *, can_print: bool) -> QWidget:
        made, name = QWidget(), paper_name(paper.kind)
        save = icon_button(
            "save", self.tr("Save: {name}").format(name=name), name=f"save:{paper.kind}"
        )
        printed = icon_button(
            "print", self.tr("Print: {name}").format(name=name), name=f"print:{paper.kind}"
        )
        save.clicked.connect(partial(self.save_wanted.emit, paper))
        printed.clicked.connect(partial(self.print_wanted.emit, paper))
        printed.setVisible(can_print)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(body(name, wrap=True), 1)
        row.addWidget(save)
        row.addWidget(printed)
        return made


def paper_name(kind: DocumentKind) -> str:
    """What a paper is called."""
    names = {
        DocumentKind.LABEL: translate("Papers", "Label"),
        DocumentKind.COMMERCIAL_INVOICE: translate("Papers", "Commercial invoice"),
        DocumentKind.CUSTOMS_PAPERS: translate("Papers", "Customs papers"),
        DocumentKind.INVOICE: translate("Papers", "Invoice"),
        DocumentKind.PICKING_LIST: translate("Papers", "Picking list"),
    }
    return names[kind]
