"""The filters over the list of shipments, and the words for each stage."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.record import Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.widgets.badge import BadgeTone


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
    if chosen is Filter.ALL:
        return True
    if chosen is Filter.PROBLEMS:
        return bool(row.trouble) or row.stage is Stage.UNCERTAIN
    return row.stage in _STAGES[chosen]


def counts(rows: Iterable[ShipmentRow]) -> dict[Filter, int]:
    """How many rows each filter shows."""
    found = dict.fromkeys(Filter, 0)
    for row in rows:
        for chosen in Filter:
            found[chosen] += matches(row, chosen)
    return found


def filter_word(chosen: Filter) -> str:
    """The filter's name."""
    words = {
        Filter.ALL: _tr("All"),
        Filter.DRAFTS: _tr("Drafts"),
        Filter.TO_PAY: _tr("To pay"),
        Filter.TO_PRINT: _tr("To print"),
        Filter.SENT: _tr("Sent"),
        Filter.PROBLEMS: _tr("Problems"),
    }
    return words[chosen]


def stage_word(stage: Stage) -> str:
    """The stage in the user's words."""
    words = {
        Stage.DRAFT: _tr("Draft"),
        Stage.TO_PAY: _tr("To pay"),
        Stage.WAITING: _tr("Waiting"),
        Stage.UNCERTAIN: _tr("Uncertain"),
        Stage.PAID: _tr("Label coming"),
        Stage.TO_PRINT: _tr("To print"),
        Stage.SENT: _tr("Sent"),
    }
    return words[stage]


def stage_tone(stage: Stage) -> BadgeTone:
    """The colour its pill has."""
    return _TONES[stage]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shipments", text)
