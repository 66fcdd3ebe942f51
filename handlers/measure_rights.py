"""Who may do what with a measure: checked where it is done, by the measure itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from handlers import menu
from handlers.context import Context
from models import departments, measures
from models.measure_record import Measure
from models.role import LEADING
from models.text import T
from models.turn import Reply

E = TypeVar("E")
INTERNAL = "internal"


class NotYours(Exception):
    """The measure is not hers to see or to change, or there is none."""


def checked(handler: Callable[[E, Context], Reply]) -> Callable[[E, Context], Reply]:
    """A handler that says kindly that a measure is not hers; `handler.by_measure` tells of it."""

    @wraps(handler)
    def asked(event: E, context: Context) -> Reply:
        try:
            return handler(event, context)
        except NotYours:
            rows = ((menu.button("measures"),),) if context.roles else menu.main()
            return Reply(text=(T("measures.not_yours"),), buttons=rows)

    asked.by_measure = True  # type: ignore[attr-defined]
    return asked


def manages(context: Context) -> bool:
    """Whether she looks after all measures (Integrationsmanagement)."""
    return bool(context.roles.intersection(LEADING))


def may_answer(measure: Measure, context: Context) -> bool:
    """Whether it is hers to tell how a measure stands: as the one responsible or her deputy, or
    because she looks after all.
    """
    if context.account is None:
        return False
    session, me = context.session, context.account.id
    deputy = measures.deputy_of(session, measure.id)
    hers = {measure.responsible_id, deputy, measures.acting(session, measure.id, context.today)}
    return me in hers or manages(context)


def may_see(measure: Measure, context: Context) -> bool:
    """Whether she may read it: as the head of its department, or because it is shown to all who
    have a task in the town's integration work.
    """
    shared = bool(context.roles) and measure.active and measure.visibility != INTERNAL
    return shared or knows(measure, context)


def knows(measure: Measure, context: Context) -> bool:
    """Whether what was said of it is for her too."""
    return may_answer(measure, context) or _heads(measure, context)


def seen(id: int, context: Context) -> Measure:
    """A measure that she may read. Raises NotYours."""
    measure = measures.find(context.session, id, context.today)
    if measure is None or not may_see(measure, context):
        raise NotYours
    return measure


def answered(id: int, context: Context) -> Measure:
    """A measure that she may change. Raises NotYours."""
    measure = measures.find(context.session, id, context.today)
    if measure is None or not may_answer(measure, context):
        raise NotYours
    return measure


def _heads(measure: Measure, context: Context) -> bool:
    account = context.account
    if account is None:
        return False
    owner = measure.responsible_id
    return departments.head_of(context.session, measure.department_id, owner) == account.id
