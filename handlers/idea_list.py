"""/ideas: what people brought in and somebody has read over, by view, kind, field and district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from handlers import idea_words, menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from models import contribution as contributions
from models.action import Action
from models.contribution import Kind, Told
from models.role import ANY
from models.survey import View
from models.text import T, Text, Verbatim
from models.turn import Button, Reply

PAGE = 5
ALL = -1
By = Literal["kind", "field", "district"]
BY: tuple[By, ...] = ("kind", "field", "district")
KINDS = tuple(Kind)


class ShowIdeas(Action, prefix="ideas"):
    """Ideas of one view that may be read, from number `at` on; of a kind, field and district by
    their places from 0, -1 for all.
    """

    view: View
    kind: int
    field: int
    district: int
    at: int


class NarrowIdeas(Action, prefix="ideasby"):
    """What the ideas shown can be narrowed to."""

    view: View
    kind: int
    field: int
    district: int
    by: By


@needs(*ANY)
def listed(argument: str, context: Context) -> Reply:
    """All that migrants brought in; the network's view is one button away."""
    first = ShowIdeas(view=View.MIGRANTS, kind=ALL, field=ALL, district=ALL, at=0)
    return replace(shown(first, context), replaces=False)


@needs(*ANY)
def shown(action: ShowIdeas, context: Context) -> Reply:
    """A page of them."""
    found = contributions.released(context.session, action.view, **_chosen(action, context))
    at = action.at if 0 <= action.at < len(found) else 0
    page = [line for one in found[at : at + PAGE] for line in _lines(one, context)]
    text = (_title(action.view), *_limits(action, context), *(page or [T("ideas.none")]))
    return Reply(text=text, buttons=tuple(_rows(action, at, len(found))), replaces=True)


@needs(*ANY)
def narrowing(action: NarrowIdeas, context: Context) -> Reply:
    """All, or one of the values."""
    now = action.model_dump(exclude={"by"}) | {"at": 0}
    every = Button(T("ideas.all"), ShowIdeas(**now | {action.by: ALL}))
    buttons = [
        Button(name, ShowIdeas(**now | {action.by: number}))
        for number, name in enumerate(_names(action.by, context))
    ]
    rows = ((every,), *menu.grid(buttons))
    return Reply(text=(_title(action.view), T("ideas.choose")), buttons=rows, replaces=True)


def _rows(action: ShowIdeas, at: int, number: int) -> Iterator[tuple[Button, ...]]:
    now = action.model_dump(exclude={"at"})
    turns = []
    if at > 0:
        turns.append(Button(T("page.back"), ShowIdeas(**now, at=max(0, at - PAGE))))
    if at + PAGE < number:
        turns.append(Button(T("page.more"), ShowIdeas(**now, at=at + PAGE)))
    if turns:
        yield tuple(turns)
    yield tuple(Button(T(f"ideas.by_{by}"), NarrowIdeas(**now, by=by)) for by in BY)
    other = View.NETWORK if action.view is View.MIGRANTS else View.MIGRANTS
    yield (Button(_title(other), ShowIdeas(**now | {"view": other}, at=0)),)


def _chosen(action: ShowIdeas, context: Context) -> dict[str, str]:
    """What has to be as she chose it."""
    values = {by: _values(by, context) for by in BY}
    places = {by: getattr(action, by) for by in BY}
    return {by: values[by][at] for by, at in places.items() if 0 <= at < len(values[by])}


def _values(by: By, context: Context) -> Sequence[str]:
    match by:
        case "kind":
            return KINDS
        case "field":
            return tuple(field.code for field in context.catalogue.fields)
    return context.catalogue.districts


def _names(by: By, context: Context) -> list[Text | Verbatim]:
    match by:
        case "kind":
            return [T(f"idea.{kind}") for kind in KINDS]
        case "field":
            return [idea_words.field_named(x, context) for x in _values(by, context)]
    return [Verbatim(name, "de") for name in context.catalogue.districts]


def _limits(action: ShowIdeas, context: Context) -> Iterator[Text | Verbatim]:
    for by in _chosen(action, context):
        name: By = by  # type: ignore[assignment]
        yield _names(name, context)[getattr(action, by)]


def _lines(one: Told, context: Context) -> tuple[Text | Verbatim, ...]:
    idea = one.contribution
    about = idea_words.about(idea.kind, idea.field, idea.district, context)
    return (about, Verbatim(idea.text, idea.language))


def _title(view: View) -> Text:
    return T("review.ideas_migrants") if view is View.MIGRANTS else T("review.ideas_network")


COMMANDS: Commands = {"ideas": listed, "ideen": listed}
ACTIONS: Actions = {ShowIdeas: shown, NarrowIdeas: narrowing}
