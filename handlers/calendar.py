"""/calendar: secret addresses that bring deadlines into one's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from models import feed
from models.action import Action
from models.feed import FIELD, FIELD_ROLES, MINE, MOST, Feed
from models.role import ANY
from models.roles import Deed
from models.text import Fixed, N, T, Text, Verbatim
from models.turn import Button, Reply


class MakeMine(Action, prefix="mkmine"):
    """An address for what I am asked about."""


class ChooseField(Action, prefix="feedfield"):
    """The fields of action to choose from."""


class MakeField(Action, prefix="mkfield"):
    """An address for the deadlines of a field of action."""

    code: str


class Revoke(Action, prefix="nofeed"):
    """This address shall work no more; `sure` once she was asked."""

    key: str
    sure: bool


@needs(*ANY)
def listed(argument: str, context: Context) -> Reply:
    """What she has; each can be revoked. And the town's public dates."""
    hers = feed.of(context.session, context.account_id)
    have = (N("calendar.have", len(hers)),) if hers else ()
    public = T("calendar.everyone", link=_address("public", context))
    return Reply(text=(T("calendar.what"), *have, public), buttons=tuple(_rows(hers, context)))


@needs(*ANY)
def made_mine(action: MakeMine, context: Context) -> Reply:
    """Her own deadlines."""
    return _made(T("calendar.made_mine"), MINE, "", context)


@needs(*FIELD_ROLES)
def choosing(action: ChooseField, context: Context) -> Reply:
    """Which field of action?"""
    buttons = [
        Button(_field(field.code, context), MakeField(code=field.code))
        for field in context.catalogue.fields
    ]
    rows = (*menu.grid(buttons), (menu.button("calendar"),))
    return Reply(text=(T("calendar.which_field"),), buttons=rows, replaces=True)


@needs(*FIELD_ROLES)
def made_field(action: MakeField, context: Context) -> Reply:
    """The deadlines of a field of action, as far as her roles let her see them."""
    if action.code not in {field.code for field in context.catalogue.fields}:
        return choosing(ChooseField(), context)
    text = T("calendar.made_field", field=_field(action.code, context))
    return _made(text, FIELD, action.code, context)


@needs(*ANY)
def revoked(action: Revoke, context: Context) -> Reply:
    """Ask once, then the address is dead."""
    hers = feed.of(context.session, context.account_id)
    found = next((one for one in hers if one.key == action.key), None)
    if found is None:
        return replace(listed("", context), text=(T("calendar.gone"),), replaces=True)
    if not action.sure:
        return _asked(found, context)
    feed.revoke(context.session, _deed(context), found.key)
    return replace(listed("", context), text=(T("calendar.revoked"),), replaces=True)


def _made(what: Text, kind: str, code: str, context: Context) -> Reply:
    """The address, once; only a hash of it is kept."""
    rows = ((menu.button("calendar"),),)
    if len(feed.of(context.session, context.account_id)) >= MOST:
        return Reply(text=(T("calendar.enough", most=MOST),), buttons=rows)
    secret = feed.make(context.session, context.rng, _deed(context), kind, code)
    link = _address(secret, context)
    tasks = Fixed(f"{link.text}?tasks=1")
    how = (T("calendar.link", link=link), T("calendar.how"), T("calendar.tasks", link=tasks))
    return Reply(text=(what, *how), buttons=rows)


def _rows(hers: list[Feed], context: Context) -> Iterator[tuple[Button, ...]]:
    yield (Button(T("calendar.make_mine"), MakeMine()),)
    if context.roles.intersection(FIELD_ROLES):
        yield (Button(T("calendar.make_field"), ChooseField()),)
    for one in hers:
        yield (Button(_called(one, context), Revoke(key=one.key, sure=False)),)


def _asked(found: Feed, context: Context) -> Reply:
    yes = Button(T("calendar.yes"), Revoke(key=found.key, sure=True))
    no = Button(T("calendar.no"), menu.Open(page="calendar"))
    text = (_called(found, context), T("calendar.sure"))
    return Reply(text=text, buttons=((yes, no),), replaces=True)


def _called(one: Feed, context: Context) -> Text:
    if one.what == FIELD:
        return T("calendar.one_field", field=_field(one.code, context), day=one.created)
    return T("calendar.one_mine", day=one.created)


def _field(code: str, context: Context) -> Verbatim:
    names = next((x.names for x in context.catalogue.fields if x.code == code), {"de": code})
    language = next(x for x in (*context.chain, *names) if x in names)
    return Verbatim(names[language], language)


def _address(name: str, context: Context) -> Fixed:
    return Fixed(f"{context.town.address}/calendar/{name}.ics")


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {"calendar": listed, "kalender": listed}
ACTIONS: Actions = {
    MakeMine: made_mine,
    ChooseField: choosing,
    MakeField: made_field,
    Revoke: revoked,
}
