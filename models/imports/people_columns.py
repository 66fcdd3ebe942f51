"""The columns of the people table, as docs/people-table.md explains them."""

from __future__ import annotations

import re

from models.imports import cells
from models.imports.measure_cells import short_text
from models.imports.measure_columns import BODIES, DEPARTMENT_FORM, GROUP_FORM, UNITS
from models.imports.measure_words import Words, meanings
from models.imports.problems import Unexpected, nearest
from models.imports.sheet_reading import Form
from models.imports.table import Cell
from models.role import Role

PEOPLE = "people"
SHEETS = (PEOPLE, UNITS, BODIES)
LONGEST_NAME = 200

ROLES: Words = {
    Role.NETWORK: "Netzwerk|Netzwerkmitglied",
    Role.OWNER: "Maßnahmen|Maßnahmenverantwortung|Verantwortung für Maßnahmen",
    Role.COUNSELLOR: "Beratung",
    Role.KEEPER: "Angebote|Angebotspflege|Pflege von Angeboten",
    Role.EDITOR: "Redaktion",
    Role.MANAGER: "Integrationsmanagement",
    Role.ADMINISTRATOR: "Administration",
}
_MEANT = meanings(ROLES)
_WRITTEN = [*ROLES, *(word for words in ROLES.values() for word in words.split("|"))]


def roles(cell: Cell) -> tuple[Role, ...]:
    """Roles in German or English, with ; or , between them."""
    return tuple(dict.fromkeys(_role(part) for part in _parts(cell)))


def names(cell: Cell) -> tuple[str, ...]:
    """Names or codes with ; between them."""
    written = cells.text(cell)
    return tuple(dict.fromkeys(part.strip() for part in written.split(";") if part.strip()))


def language(cell: Cell) -> str:
    """One language, by code or name."""
    found = cells.languages(cell)
    if len(found) != 1:
        raise Unexpected("one_language", value=cells.string(cell))
    return found[0]


def _parts(cell: Cell) -> list[str]:
    return [part.strip() for part in re.split(r"[;,\n]", cells.text(cell)) if part.strip()]


def _role(written: str) -> Role:
    meant = _MEANT.get(written.casefold())
    if meant is None:
        raise Unexpected("role", value=written, nearest=nearest(written, _WRITTEN))
    return Role(meant)


PEOPLE_FORM = Form(
    plain={
        "id": cells.identity,
        "name": short_text(LONGEST_NAME),
        "email": cells.email,
        "role": roles,
        "organization": short_text(LONGEST_NAME),
        "department": short_text(LONGEST_NAME),
        "leads": cells.yes_no,
        "deputy": short_text(LONGEST_NAME),
        "language": language,
        "groups": names,
    },
    translated={},
    required={
        "id": "an id that stays the same for good",
        "name": "what the post is called",
    },
)
FORMS = {PEOPLE: PEOPLE_FORM, UNITS: DEPARTMENT_FORM, BODIES: GROUP_FORM}
