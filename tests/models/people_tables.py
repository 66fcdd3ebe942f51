"""Small tables of people, written as a town would write them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models import groups
from models.imports.measure_known import known, named
from models.imports.people import PeopleReport, Plan, apply, plan
from models.imports.people_table import Reading, read_people
from models.imports.table import Table
from models.roles import Deed
from tests.models.offer_tables import sheet

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DEED = Deed(NOW)
SOURCE = "table"

BOSS: dict[str, Any] = {
    "id": "ib",
    "name": "Integrationsbüro",
    "email": "integration@example.org",
    "role": "Integrationsmanagement; Maßnahmen",
    "organization": "Stadt Mittelstadt",
    "department": "Sozialamt",
    "leads": "ja",
    "language": "Deutsch",
    "groups": "STG; AG Sprache",
}
SCHOOL: dict[str, Any] = {
    "id": "vhs",
    "name": "Volkshochschule",
    "role": "keeper",
    "organization": "Volkshochschule e. V.",
    "deputy": "Integration@example.org",
}
OFFICE = {"code": "50", "name": "Sozialamt", "kind": "Amt", "parent": ""}
STEERING = {"code": "STG", "name": "Steuerungsgruppe", "kind": "Steuerungsgruppe"}
LANGUAGE = {"code": "AG1", "name": "AG Sprache", "kind": "Arbeitsgruppe"}


def table(*people: dict[str, Any]) -> Table:
    """A workbook with these people, a department and two groups."""
    units = (sheet("departments", OFFICE), sheet("groups", STEERING, LANGUAGE))
    return Table("angebote.xlsx", (sheet("people", *people), *units))


def reading(session: Session, *people: dict[str, Any]) -> Reading:
    """What such a table says in this town."""
    bodies = named((group.code, group.name) for group in groups.everyone(session))
    return read_people(table(*people), known(session), bodies)


def planned(session: Session, *people: dict[str, Any]) -> Plan:
    """What importing it would do; it has no problems."""
    found = reading(session, *people or (BOSS, SCHOOL))
    assert [str(problem) for problem in found.problems] == []
    return plan(session, found, SOURCE)


def imported(session: Session, *people: dict[str, Any]) -> PeopleReport:
    """Import it."""
    return apply(session, planned(session, *people), DEED)
