"""The columns of the measures table, as docs/measures-table.md explains them."""

from __future__ import annotations

from collections.abc import Mapping

from models.imports import cells
from models.imports import measure_cells as own
from models.imports import measure_dates as dates
from models.imports.cells import Parser
from models.imports.measure_words import (
    DEPARTMENTS,
    GROUPS,
    KINDS,
    LIGHTS,
    ORIGINS,
    PRIORITIES,
    SCOPES,
    STATES,
    TYPES,
    VISIBILITIES,
    WHICH,
    Words,
    meanings,
    usual,
)
from models.imports.sheet_reading import Form

MEASURES, STEPS, INDICATORS, VALUES = "measures", "steps", "indicators", "values"
CHANGES, UNITS, BODIES = "date_changes", "departments", "groups"
SHEETS = (MEASURES, STEPS, INDICATORS, VALUES, CHANGES, UNITS, BODIES)

LONGEST_TITLE = 500
LONGEST_NAME = 300
LONGEST_UNIT = 200
LONGEST_TEXT = 4000


def _choice(words: Words) -> Parser:
    return cells.choice(meanings(words), usual(words))


MEASURE_FORM = Form(
    plain={
        "number": own.number,
        "kind": _choice(KINDS),
        "title": own.short_text(LONGEST_TITLE),
        "field": own.short_text(LONGEST_TITLE),
        "main_goal": own.short_text(LONGEST_TITLE),
        "goal": own.short_text(LONGEST_TITLE),
        "description": cells.long_text(LONGEST_TEXT),
        "reason": cells.long_text(LONGEST_TEXT),
        "target_group": cells.long_text(LONGEST_TEXT),
        "district": own.short_text(80),
        "type": _choice(TYPES),
        "origin": _choice(ORIGINS),
        "scope": _choice(SCOPES),
        "guidelines": cells.long_text(LONGEST_TEXT),
        "gender": cells.long_text(LONGEST_TEXT),
        "priority": _choice(PRIORITIES),
        "priority_reason": cells.long_text(LONGEST_TEXT),
        "status": _choice(STATES),
        "merged_into": own.number,
        "light": _choice(LIGHTS),
        "light_reason": cells.long_text(LONGEST_TEXT),
        "endangered": cells.yes_no,
        "period": dates.period,
        "start": dates.start,
        "end": dates.end,
        "running": cells.yes_no,
        "due_time": own.clock,
        "date_reason": cells.long_text(LONGEST_TEXT),
        "statutory": cells.yes_no,
        "review_months": own.whole(1, 60),
        "evaluation": cells.day,
        "binding_since": cells.day,
        "responsible": own.keyed,
        "department": own.short_text(LONGEST_UNIT),
        "deputy": own.short_text(LONGEST_UNIT),
        "partners": cells.long_text(LONGEST_TEXT),
        "cost_plan": own.euros,
        "cost_actual": own.euros,
        "funding": cells.long_text(LONGEST_TEXT),
        "staff": cells.long_text(LONGEST_TEXT),
        "decision_body": own.short_text(200),
        "decision_date": cells.day,
        "decision_number": own.short_text(64),
        "decision_result": own.short_text(64),
        "evidence": cells.long_text(LONGEST_TEXT),
        "submitted_on": cells.day,
        "link": cells.url,
        "visibility": _choice(VISIBILITIES),
        "completion": own.whole(0, 100),
        "last_news": cells.day,
    },
    translated={},
    required={
        "number": "the measure's number, which stays the same for good",
        "title": "its title",
    },
)

STEP_FORM = Form(
    plain={
        "number": own.number,
        "name": own.short_text(LONGEST_NAME),
        "due": dates.point,
        "begun": cells.yes_no,
        "done_on": cells.day,
        "comment": cells.long_text(LONGEST_TEXT),
    },
    translated={},
    required={"number": "the measure's number", "name": "what is to be done"},
)

INDICATOR_FORM = Form(
    plain={
        "number": own.number,
        "name": own.short_text(LONGEST_NAME),
        "unit": own.short_text(40),
        "baseline": own.figure,
        "baseline_date": cells.day,
        "target": own.figure,
        "target_date": cells.day,
    },
    translated={},
    required={"number": "the measure's number", "name": "what is counted"},
)

VALUE_FORM = Form(
    plain={
        "number": own.number,
        "indicator": own.short_text(LONGEST_NAME),
        "day": cells.day,
        "value": own.figure,
    },
    translated={},
    required={
        "number": "the measure's number",
        "indicator": "the indicator's name",
        "day": "the day on which it was so",
        "value": "the figure",
    },
)

CHANGE_FORM = Form(
    plain={
        "number": own.number,
        "changed_on": cells.day,
        "which": _choice(WHICH),
        "step": own.short_text(LONGEST_NAME),
        "old": dates.point,
        "new": dates.point,
        "reason": cells.long_text(LONGEST_TEXT),
    },
    translated={},
    required={
        "number": "the measure's number",
        "changed_on": "the day on which the date was moved",
        "reason": "why the date was moved",
    },
)

DEPARTMENT_FORM = Form(
    plain={
        "code": own.number,
        "name": own.short_text(LONGEST_UNIT),
        "kind": _choice(DEPARTMENTS),
        "parent": own.number,
    },
    translated={},
    required={"code": "a code that stays the same for good", "name": "the department's name"},
)

GROUP_FORM = Form(
    plain={
        "code": own.number,
        "name": own.short_text(LONGEST_UNIT),
        "kind": _choice(GROUPS),
        "field": own.short_text(LONGEST_TITLE),
    },
    translated={},
    required={
        "code": "a code that stays the same for good",
        "name": "the group's name",
        "kind": "steering, working or network",
    },
)

FORMS: Mapping[str, Form] = {
    MEASURES: MEASURE_FORM,
    STEPS: STEP_FORM,
    INDICATORS: INDICATOR_FORM,
    VALUES: VALUE_FORM,
    CHANGES: CHANGE_FORM,
    UNITS: DEPARTMENT_FORM,
    BODIES: GROUP_FORM,
}
