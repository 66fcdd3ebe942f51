"""Small tables of measures, written as a town would write them."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from models.imports.measure_known import Known, known
from models.imports.measures import apply, plan
from models.imports.measures_table import Reading, read_measures
from models.imports.reports import UnitsReport
from models.imports.table import Table
from models.store import Store
from tests.models.measure_towns import by
from tests.models.offer_tables import sheet

FILE = "massnahmen.xlsx"
KNOWN = Known(
    fields={"spr": "SPR", "sprache": "SPR", "bil": "BIL", "bildung": "BIL"},
    departments={"50": "50", "amt für soziales": "50"},
    accounts={"#1": 1, "sprache@example.org": 1, "integrationsbüro": 1},
    account_names={1: "Integrationsbüro"},
)

CAFE: dict[str, Any] = {
    "number": "SPR-01",
    "title": "Sprachcafés in allen Stadtteilen aufbauen",
    "field": "Sprache",
    "main_goal": "Alle lernen Deutsch",
    "goal": "Wer neu ist, übt im Alltag",
    "description": "Drei Cafés, jede Woche.",
    "target_group": "Alle Zugewanderten",
    "type": "Modell",
    "origin": "neu",
    "priority": "hoch",
    "priority_reason": "Der häufigste Wunsch in der Befragung.",
    "status": "in Umsetzung",
    "start": "1. Quartal 2026",
    "end": "bis Ende 2026",
    "statutory": "nein",
    "responsible": "Volkshochschule",
    "cost_plan": "12.500",
    "cost_actual": "1.200,50 €",
    "decision_date": "01.02.2026",
    "visibility": "öffentlich",
    "completion": "40 %",
    "last_news": "2026-11-01",
}
CALL: dict[str, Any] = {
    "number": "F-01",
    "kind": "Förderaufruf",
    "title": "Antrag auf Landesmittel stellen",
    "end": "01.12.2026",
    "due_time": "12:00",
    "statutory": "ja",
}
STEPS = (
    {"number": "SPR-01", "name": "Räume finden", "due": "März 2026", "done_on": "20.03.2026"},
    {"number": "SPR-01", "name": "Ehrenamtliche schulen", "due": "2. Halbjahr 2026"},
)
INDICATORS = (
    {
        "number": "SPR-01",
        "name": "Cafés",
        "baseline": 0,
        "target": "3",
        "target_date": "31.12.2026",
    },
    {"number": "SPR-01", "name": "Gäste je Abend", "unit": "Personen", "target": "1.250,5"},
)
VALUES = (
    {"number": "SPR-01", "indicator": "Cafés", "day": "30.09.2026", "value": 2},
    {"number": "SPR-01", "indicator": "Cafés", "day": "30.06.2026", "value": 1},
)
DATE_CHANGES = (
    {
        "number": "SPR-01",
        "changed_on": "15.06.2026",
        "old": "30.06.2026",
        "new": "Ende 2026",
        "reason": "Der Raum wird später fertig.",
    },
    {
        "number": "SPR-01",
        "changed_on": "01.12.2025",
        "which": "Beginn",
        "old": "2025",
        "new": "1. Quartal 2026",
        "reason": "Der Beschluss kam später.",
    },
    {
        "number": "SPR-01",
        "changed_on": "02.02.2026",
        "step": "Räume finden",
        "old": "Februar 2026",
        "new": "März 2026",
        "reason": "Personal fehlt",
    },
)
DEPARTMENTS = (
    {"code": "D2", "name": "Dezernat Soziales", "kind": "Dezernat"},
    {"code": "51", "name": "Jugendamt", "kind": "Amt", "parent": "D2"},
)
GROUPS = ({"code": "AG1", "name": "AG Sprache", "kind": "AG", "field": "SPR"},)

Rows = tuple[dict[str, Any], ...]


def table(*measures: dict[str, Any], **sheets: Rows) -> Table:
    """A workbook of measures, and of the other sheets that are given."""
    named = {"measures": measures, **sheets}
    made = tuple(replace(sheet(name, *rows), file=FILE) for name, rows in named.items())
    return Table(FILE, made)


def whole(*measures: dict[str, Any]) -> Table:
    """A workbook with all sheets."""
    return table(
        *measures or (CAFE, CALL),
        steps=STEPS,
        indicators=INDICATORS,
        values=VALUES,
        date_changes=DATE_CHANGES,
        departments=DEPARTMENTS,
        groups=GROUPS,
    )


def problems(*measures: dict[str, Any], **sheets: Rows) -> list[str]:
    """What is wrong with a table, as it is said."""
    return [str(x) for x in read_measures(table(*measures, **sheets), KNOWN).problems]


def reading(session: Session, wanted: Table) -> Reading:
    """The reading of a table without problems."""
    found = read_measures(wanted, known(session))
    assert [str(problem) for problem in found.problems] == []
    return found


def imports(store: Store, wanted: Table, source: str = "table") -> UnitsReport:
    """Import a table now."""
    with store.transaction() as session:
        return apply(session, plan(session, reading(session, wanted), source, by()), by())
