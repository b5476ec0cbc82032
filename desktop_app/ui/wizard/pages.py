"""Which page shows which step; each is imported when it is first needed."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from desktop_app.flow.steps import Step
from desktop_app.ui.wizard.page import WizardPage
from desktop_app.ui.wizard.session import Session

_PAGES = {
    Step.ADDRESSES: ("addresses_page", "AddressesPage"),
    Step.PARCELS: ("parcels_page", "ParcelsPage"),
    Step.QUOTES: ("quotes_page", "QuotesPage"),
    Step.EXTRAS: ("extras_page", "ExtrasPage"),
    Step.CUSTOMS: ("customs_page", "CustomsPage"),
    Step.REVIEW: ("review_page", "ReviewPage"),
    Step.PAY: ("pay_page", "PayPage"),
    Step.LABELS: ("labels_page", "LabelsPage"),
}


def make_page(step: Step, session: Session, parent: QWidget) -> WizardPage:
    """The page of a step, new."""
    module, name = _PAGES[step]
    page_class = getattr(import_module(f"desktop_app.ui.wizard.{module}"), name)
    page: WizardPage = page_class(session, parent)
    return page
