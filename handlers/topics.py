"""Browsing: fields of action (Handlungsfelder) of the town, their topics, their offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers import filters, learning, menu, offers, remembering
from handlers.context import Context
from handlers.features import Actions, Commands
from models.action import Action
from models.offer import FieldOfAction
from models.text import N, T, Verbatim
from models.turn import Button, Reply


class ShowField(Action, prefix="field"):
    """The topics of a field of action."""

    code: str


class ShowTopic(Action, prefix="topic"):
    """The offers of a topic, from number `at` on."""

    code: str
    at: int = 0


def fields(argument: str, context: Context) -> Reply:
    """/topics: the town's fields of action."""
    buttons = [_field_button(field, context) for field in context.catalogue.fields]
    rows = (*menu.grid(buttons), (menu.button("filter"),))
    chosen = filters.reminder(context.person.filters)
    return Reply(text=(T("topics.fields"), *chosen), buttons=rows)


def field(action: ShowField, context: Context) -> Reply:
    """The topics of a field, each with how many offers it has now."""
    found = next((f for f in context.catalogue.fields if f.code == action.code), None)
    if found is None:
        return replace(fields("", context), replaces=True)
    rows = (*buttons(_filled(found, context), context), (menu.button("topics"),))
    text = T("topics.of_field", field=_name(found.names, context))
    return Reply(text=(text,), buttons=rows, replaces=True)


def topic(action: ShowTopic, context: Context) -> Reply:
    """The offers of a topic that her filters let through, three at a time: first those that were
    found for what she just asked.
    """
    if action.code not in context.catalogue.topics:
        return replace(fields("", context), replaces=True)
    every = context.catalogue.in_topic(action.code)
    allowed = context.allowed
    ids = [id for id in every if allowed is None or id in allowed]
    learning.chose(action.code, context)
    if not ids:
        return _none_left(bool(every), context)
    at = action.at if 0 <= action.at < len(ids) else 0
    return _page(action.code, _fitting_first(ids, context), at, context)


def buttons(codes: Sequence[str], context: Context) -> menu.Rows:
    """Buttons to topics, named in her language."""
    known = [code for code in codes if code in context.catalogue.topics]
    return menu.grid([_topic_button(code, context) for code in known])


def _fitting_first(ids: Sequence[int], context: Context) -> list[int]:
    there, shown = frozenset(ids), remembering.recalled(context)
    found = [id for id in shown.ranked if id in there] if shown else []
    return list(dict.fromkeys((*found, *ids)))


def _page(code: str, ids: Sequence[int], at: int, context: Context) -> Reply:
    name = _name(context.catalogue.topics[code].names, context)
    remembering.show(context, ids[at : at + offers.SHOWN], ids)
    intro = N("topics.offers", len(ids), topic=name)
    reply = offers.listed(ids[at : at + offers.SHOWN], 0, context, intro)
    reminder = filters.reminder(context.person.filters)
    rows = (*_turns(code, len(ids), at), (menu.button("filter"), menu.button("topics")))
    return replace(reply, text=(*reply.text, *reminder), buttons=rows, replaces=at > 0)


def _turns(code: str, count: int, at: int) -> menu.Rows:
    row = []
    if at > 0:
        row.append(Button(T("answer.back"), ShowTopic(code=code, at=max(0, at - offers.SHOWN))))
    if (left := count - at - offers.SHOWN) > 0:
        following = ShowTopic(code=code, at=at + offers.SHOWN)
        row.append(Button(N("answer.more", left), following))
    return (tuple(row),) if row else ()


def _none_left(filtered: bool, context: Context) -> Reply:
    rows: menu.Rows = ((menu.button("topics"), menu.button("help")),)
    if not filtered:
        return Reply(text=(T("topics.empty"),), buttons=rows)
    text = (T("answer.filtered"), *filters.reminder(context.person.filters))
    return Reply(text=text, buttons=((filters.clear_button(), menu.button("filter")), *rows))


def _filled(field: FieldOfAction, context: Context) -> list[str]:
    return [code for code in field.topics if context.catalogue.in_topic(code)]


def _field_button(field: FieldOfAction, context: Context) -> Button:
    return Button(_name(field.names, context), ShowField(code=field.code))


def _topic_button(code: str, context: Context) -> Button:
    return Button(_name(context.catalogue.topics[code].names, context), ShowTopic(code=code))


def _name(names: Mapping[str, str], context: Context) -> Verbatim:
    language = next(lang for lang in (*context.chain, *names) if lang in names)
    return Verbatim(names[language], language)


COMMANDS: Commands = {"topics": fields, "themen": fields}
ACTIONS: Actions = {ShowField: field, ShowTopic: topic}
