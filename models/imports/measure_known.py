"""What a table of measures may name because the town knows it: fields, units, accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.account import ACCOUNT
from models.base import table
from models.department import DepartmentRow
from models.offers import fields_of_action
from models.translation import GERMAN

DEPARTMENT = table(DepartmentRow)

Names = Mapping[str, str]
"""The code by code and by German name, in small letters."""


@dataclass(frozen=True, slots=True)
class Known:
    """`accounts` are ids by key, in small letters; `keys` the key that an export writes for each.

    Without any `fields` every code of a field is taken.
    """

    fields: Names = field(default_factory=dict)
    departments: Names = field(default_factory=dict)
    accounts: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[int, str] = field(default_factory=dict)
    account_names: Mapping[int, str] = field(default_factory=dict)


def known(session: Session) -> Known:
    """What the town knows now."""
    found = select(ACCOUNT.c.id, ACCOUNT.c.email, ACCOUNT.c.source_id, ACCOUNT.c.name)
    rows = [tuple(row) for row in session.execute(found.order_by(ACCOUNT.c.id))]
    accounts = _by_key(rows)
    units = session.execute(select(DEPARTMENT.c.code, DEPARTMENT.c.name)).all()
    return Known(
        fields=named((x.code, x.names[GERMAN]) for x in fields_of_action(session)),
        departments=named(units),
        accounts=accounts,
        keys={row[0]: _key(row, accounts) for row in rows},
        account_names={row[0]: row[3] for row in rows},
    )


def named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Codes by code and by name; a code is stronger than another's name."""
    known = list(pairs)
    names = {name.casefold(): code for code, name in known}
    return names | {code.casefold(): code for code, _ in known}


def _by_key(rows: Iterable[tuple[int, str, str, str]]) -> dict[str, int]:
    """Ids by name, by the id in its source, by e-mail and by #id, each stronger than the former."""
    accounts = list(rows)
    found: dict[str, int] = {}
    for column in (3, 2, 1):
        keys = {row[0]: str(row[column]).strip().casefold() for row in accounts}
        counts = Counter(keys.values())
        found |= {key: id for id, key in keys.items() if key and counts[key] == 1}
    return found | {f"#{row[0]}": row[0] for row in accounts}


def _key(row: tuple[int, str, str, str], accounts: Mapping[str, int]) -> str:
    """What the table calls an account: its id in its source, its e-mail, or # and its number."""
    id, email, source_id, _ = row
    ours = (key for key in (source_id, email) if accounts.get(key.strip().casefold()) == id)
    return next((key for key in ours if "<" not in key and ">" not in key), f"#{id}")
