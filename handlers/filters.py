"""Filters for offers: set once, kept for the person, always said when they are on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.action import Action
from models.dialogue import Filters
from models.text import LanguageName, Listed, T, Text, Verbatim
from models.turn import Button, Reply

Switch = Literal["open_now", "women", "free", "online"]
SWITCHES: tuple[Switch, ...] = ("open_now", "women", "free", "online")


class Toggle(Action, prefix="only"):
    """Switch one filter on or off."""

    name: Switch
    on: bool


class PickDistrict(Action, prefix="district"):
    """Only this district (number in the menu, -1 for all)."""

    number: int


class PickSpoken(Action, prefix="spoken"):
    """Only where this language is spoken; empty for all."""

    code: str = ""


class Choose(Action, prefix="choose"):
    """Open the list of districts or of languages."""

    what: Literal["district", "spoken"]


class Clear(Action, prefix="nofilter"):
    """No filter any more."""


def shown(argument: str, context: Context) -> Reply:
    """/filter: what can be chosen, with what is chosen marked."""
    return _menu(context.person.filters, context)


def toggled(action: Toggle, context: Context) -> Reply:
    """One switch; pressing it twice changes nothing."""
    return _keep(context.person.filters.model_copy(update={action.name: action.on}), context)


def choose(action: Choose, context: Context) -> Reply:
    """The list to pick a district or a language from."""
    if action.what == "district":
        names = [Verbatim(name, "de") for name in context.catalogue.districts]
        options = [Button(n, PickDistrict(number=i)) for i, n in enumerate(names)]
        every = Button(T("filter.all_districts"), PickDistrict(number=-1))
        return _list(T("filter.district_which"), options, every)
    options = [_spoken_button(code) for code in context.catalogue.spoken]
    return _list(T("filter.spoken_which"), options, Button(T("filter.all_spoken"), PickSpoken()))


def district(action: PickDistrict, context: Context) -> Reply:
    """Only offers of one district."""
    districts = context.catalogue.districts
    name = districts[action.number] if 0 <= action.number < len(districts) else ""
    return _keep(context.person.filters.model_copy(update={"district": name}), context)


def spoken(action: PickSpoken, context: Context) -> Reply:
    """Only offers where a language is spoken."""
    code = action.code if action.code in context.catalogue.spoken else ""
    return _keep(context.person.filters.model_copy(update={"spoken": code}), context)


def cleared(action: Clear, context: Context) -> Reply:
    """All off."""
    return _keep(Filters(), context)


def clear_button() -> Button:
    """All filters off, with one tap."""
    return Button(T("filter.clear"), Clear())


def described(filters: Filters) -> Text | Listed:
    """The filters that are on, as a list."""
    parts: list[Text | Verbatim | LanguageName] = []
    if filters.district:
        parts.append(Verbatim(filters.district, "de"))
    if filters.spoken:
        parts.append(T("filter.speaks", language=LanguageName(filters.spoken)))
    parts.extend(T(f"filter.{name}") for name in SWITCHES if getattr(filters, name))
    return Listed(tuple(parts)) if parts else T("filter.none")


def reminder(filters: Filters) -> tuple[Text, ...]:
    """One line that says which filters are on, so that no list is shortened silently."""
    return () if filters == Filters() else (T("filter.active", filters=described(filters)),)


def _keep(filters: Filters, context: Context) -> Reply:
    people.keep_filters(context.session, context.person, filters)
    return replace(_menu(filters, context), replaces=True)


def _menu(filters: Filters, context: Context) -> Reply:
    where = (
        Button(T("filter.district"), Choose(what="district"), chosen=bool(filters.district)),
        Button(T("filter.spoken"), Choose(what="spoken"), chosen=bool(filters.spoken)),
    )
    switches = [_switch(name, getattr(filters, name)) for name in SWITCHES]
    rows = (where, *menu.grid(switches), (clear_button(), menu.button("topics")))
    now = T("filter.active", filters=described(filters))
    return Reply(text=(T("filter.title"), now), buttons=rows)


def _switch(name: Switch, on: bool) -> Button:
    return Button(T(f"filter.{name}"), Toggle(name=name, on=not on), chosen=on)


def _spoken_button(code: str) -> Button:
    return Button(T("filter.language", language=LanguageName(code)), PickSpoken(code=code))


def _list(title: Text, options: Sequence[Button], every: Button) -> Reply:
    return Reply(text=(title,), buttons=(*menu.grid(list(options)), (every,)), replaces=True)


COMMANDS: Commands = {"filter": shown}
ACTIONS: Actions = {
    Toggle: toggled,
    Choose: choose,
    PickDistrict: district,
    PickSpoken: spoken,
    Clear: cleared,
}
