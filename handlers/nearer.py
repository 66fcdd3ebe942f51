"""Closer to me: what she was shown, the nearest to her district first. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import menu, offers, remembering
from handlers.context import Context
from handlers.features import Actions, Commands
from models.action import Action
from models.dialogue_shown import Shown
from models.places import distance, point_of
from models.text import T, Verbatim
from models.turn import Button, Reply


class NearTo(Action, prefix="near"):
    """The nearest to this district first (number in the list of districts)."""

    number: int


def sorted_or_asked(shown: Shown, context: Context) -> Reply:
    """By her district where she has chosen one, else she is asked for it."""
    if district := context.person.filters.district:
        return _nearest(shown.among, district, context)
    remembering.focus(context, shown, shown.focus)
    buttons = [
        Button(Verbatim(name, "de"), NearTo(number=number))
        for number, name in enumerate(context.catalogue.districts)
    ]
    return Reply(text=(T("near.which"),), buttons=menu.grid(buttons))


def near(action: NearTo, context: Context) -> Reply:
    """She said where she is."""
    shown, districts = remembering.recalled(context), context.catalogue.districts
    if shown is None or not 0 <= action.number < len(districts):
        return Reply(text=(T("near.over"),), buttons=menu.main())
    return _nearest(shown.among, districts[action.number], context)


def _nearest(ids: Sequence[int], district: str, context: Context) -> Reply:
    point = point_of(context.catalogue.places, district)
    every = context.catalogue.offers
    far = {id: distance(every[id], point) for id in ids if id in every} if point else {}
    known = {id: metres for id, metres in far.items() if metres is not None}
    if not known:
        rows = ((menu.button("topics"), menu.button("person")),)
        return Reply(text=(T("near.unknown"),), buttons=rows)
    order = sorted(known, key=known.__getitem__)
    remembering.show(context, order[: offers.SHOWN], order)
    intro = T("near.sorted", district=Verbatim(district, "de"))
    return offers.listed(order, 0, context, intro)


COMMANDS: Commands = {}
ACTIONS: Actions = {NearTo: near}
