"""Who hears of a rung: parts in a measure as the accounts that have them today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.measures.rungs import Recipient, Rung
from models import absences, accounts, departments, measures
from models import account as one_account
from models.base import Session
from models.measure_record import Measure
from models.role import Role

Part = tuple[Recipient, int]


def recipients(session: Session, measure: Measure, rung: Rung, today: date) -> list[Part]:
    """Everybody once, in the first part that she has.

    Where nobody is responsible, or no department has a head, the coordination hears of it.
    """
    found: dict[int, Recipient] = {}
    for part in rung.to:
        named = list(_named(session, measure, part, today))
        instead = part in (Recipient.OWNER, Recipient.DEPARTMENT_HEAD) and not named
        for account in coordination(session, today) if instead else named:
            found.setdefault(account, Recipient.COORDINATOR if instead else part)
    return [(part, account) for account, part in found.items()]


def coordination(session: Session, today: date) -> list[int]:
    """The managers (Integrationsmanagement), or who stands in for them."""
    managers = accounts.everyone(session, Role.MANAGER)
    asked = (absences.acting_for(session, manager.id, today) for manager in managers)
    return list(dict.fromkeys(asked))


def _named(session: Session, measure: Measure, part: Recipient, today: date) -> Iterator[int]:
    match part:
        case Recipient.OWNER:
            found = measures.acting(session, measure.id, today)
        case Recipient.DEPUTY:
            found = measures.deputy_of(session, measure.id)
        case Recipient.DEPARTMENT_HEAD:
            found = _head(session, measure)
        case Recipient.COORDINATOR:
            yield from coordination(session, today)
            return
        case _:
            return
    if found is not None:
        yield found


def _head(session: Session, measure: Measure) -> int | None:
    """Of the measure's department, else of the responsible account's."""
    mine = measure.responsible_id
    owner = one_account.find(session, mine) if mine is not None else None
    department = measure.department_id or (owner.department_id if owner else None)
    return departments.head_of(session, department, mine)
