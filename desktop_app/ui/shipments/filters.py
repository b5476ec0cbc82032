"""The filters over the list of shipments, and the words for each stage."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.record import Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.widgets.badge import BadgeTone

translate = QCoreApplication.translate


class Filter(StrEnum):
    """What the list shows."""

    ALL = "all"
    DRAFTS = "drafts"
    TO_PAY = "to-pay"
    TO_PRINT = "to-print"
    SENT = "sent"
    PROBLEMS = "problems"


_STAGES = {
    Filter.DRAFTS: {Stage.DRAFT},
    Filter.TO_PAY: {Stage.TO_PAY, Stage.WAITING, Stage.UNCERTAIN},
    Filter.TO_PRINT: {Stage.PAID, Stage.TO_PRINT},
    Filter.SENT: {Stage.SENT},
}
_TONES: dict[Stage, BadgeTone] = {
    Stage.DRAFT: "neutral",
    Stage.TO_PAY: "accent",
    Stage.WAITING: "warning",
    Stage.UNCERTAIN: "danger",
    Stage.PAID: "accent",
    Stage.TO_PRINT: "accent",
    Stage.SENT: "success",
}


def matches(row: ShipmentRow, chosen: Filter) -> bool:
    """Whether a filter shows a row."""
    return _shows(chosen, row.stage, bool(row.trouble))


def _shows(chosen: Filter, stage: Stage, is_troubled: bool) -> bool:
    if chosen is Filter.ALL:
        return True
    if chosen is Filter.PROBLEMS:
        return is_troubled or stage is Stage.UNCERTAIN
    return stage in _STAGES[chosen]


def counts(rows: Iterable[ShipmentRow]) -> dict[Filter, int]:
    """How many rows each filter shows."""
    kinds = Counter((row.stage, bool(row.trouble)) for row in rows)
    return {
        chosen: sum(number for kind, number in kinds.items() if _shows(chosen, *kind))
        for chosen in Filter
    }


def filter_word(chosen: Filter) -> str:
    """The filter's name."""
    words = {
        Filter.ALL: translate("Shipments", "All"),
        Filter.DRAFTS: translate("Shipments", "Drafts"),
        Filter.TO_PAY: translate("Shipments", "To pay"),
        Filter.TO_PRINT: translate("Shipments", "To print"),
        Filter.SENT: translate("Shipments", "Sent"),
        Filter.PROBLEMS: translate("Shipments", "Problems"),
    }
    return words[chosen]


def stage_word(stage: Stage) -> str:
    """The stage in the user's words."""
    words = {
        Stage.DRAFT: translate("Shipments", "Draft"),
        Stage.TO_PAY: translate("Shipments", "To pay"),
        Stage.WAITING: translate("Shipments", "Waiting"),
        Stage.UNCERTAIN: translate("Shipments", "Uncertain"),
        Stage.PAID: translate("Shipments", "Label coming"),
        Stage.TO_PRINT: translate("Shipments", "To print"),
        Stage.SENT: translate("Shipments", "Sent"),
    }
    return words[stage]


def stage_tone(stage: Stage) -> BadgeTone:
    """The colour its pill has."""
    return _TONES[stage]
