"""What a measure is where nobody has said anything: by stored column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.measures.light import REVIEW_MONTHS
from analysis.measures.point import Precision
from analysis.measures.status import Status

_TEXTS = (
    "title field main_goal goal description reason target_group district type origin scope "
    "guidelines gender merged_into evidence link "
    "priority priority_reason light_override override_reason responsible_unit "
    "department partners funding staff decision_body decision_number decision_result"
)
_NOTHING = (
    "start end due_time responsible_id deputy_id cost_plan cost_actual decision_date "
    "completion last_news evaluation binding_since submitted_on"
)
DEFAULTS: Mapping[str, Any] = {
    **dict.fromkeys(_TEXTS.split(), ""),
    **dict.fromkeys(_NOTHING.split()),
    **dict.fromkeys(("endangered", "running", "statutory"), False),
    **dict.fromkeys(("start_precision", "end_precision"), Precision.OPEN),
    "kind": "measure",
    "status": Status.IDEA,
    "visibility": "internal",
    "review_months": REVIEW_MONTHS,
    "active": True,
}
"""Of an empty cell, and of a new measure's columns that the table does not have."""
