"""/changes: what keepers want to change of offers, for whoever says yes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers import menu, offer_words, who
from handlers.changed_pages import AcceptChange, ListChanges, NextChange, RefuseChange
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.offer_differences import differences, whole
from handlers.paging import PAGE, turns
from handlers.rights import needs
from models import offer_change_reading as changes
from models.offer_actions import KeepOffer, ShowChange
from models.offer_change import Change, State
from models.role import LEADING
from models.text import N, T, Text, Verbatim
from models.turn import Button, Reply


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """All that wait, the oldest first."""
    return _page(0, context)


@needs(*LEADING)
def turned(action: ListChanges, context: Context) -> Reply:
    """Another page."""
    return _page(action.at, context)


@needs(*LEADING)
def shown(action: ShowChange, context: Context) -> Reply:
    """What is otherwise, part by part."""
    found = changes.find(context.session, action.change)
    if found is None or found.state is not State.WAITING:
        return follow(action.change, context, T("change.late"))
    return card(found, context)


@needs(*LEADING)
def skipped(action: NextChange, context: Context) -> Reply:
    """Not now."""
    return follow(action.change, context)


def card(found: Change, context: Context, *before: Text) -> Reply:
    """As it was and as it is to be, with yes and no; `before` is what was just done."""
    return Reply(
        text=(*before, *_head(found, context), *_what(found, context)),
        buttons=tuple(_rows(found)),
    )


def follow(id: int, context: Context, *before: Text) -> Reply:
    """The next one that waits; the first again after the last."""
    ids = changes.waiting_ids(context.session)
    others = (*(one for one in ids if one > id), *(one for one in ids if one < id))
    found = next(_found(others, context), None)
    if found is None:
        only = T("change.only_this") if id in ids else T("change.none")
        rows = ((menu.button("changes"), menu.button("keep")),)
        return Reply(text=(*before, only), buttons=rows)
    return card(found, context, *before, N("change.waiting", len(ids)))


def _found(ids: Iterable[int], context: Context) -> Iterator[Change]:
    """Those of them that wait; what a later Lotse stored cannot be shown."""
    for id in ids:
        found = changes.find(context.session, id)
        if found is not None:
            yield found


def _page(at: int, context: Context) -> Reply:
    ids = changes.waiting_ids(context.session)
    at = at if 0 <= at < len(ids) else 0
    rows = (
        *((_button(one, context),) for one in _found(ids[at : at + PAGE], context)),
        *turns(at, len(ids), lambda to: ListChanges(at=to)),
        (menu.button("keep"),),
    )
    text = N("change.waiting", len(ids)) if ids else T("change.none")
    return Reply(text=(text,), buttons=rows, replaces=True)


def _button(one: Change, context: Context) -> Button:
    label = T("change.one", offer=offer_words.title(one.offer), what=T(f"change.is_{one.kind}"))
    return Button(label, ShowChange(change=one.id))


def _head(found: Change, context: Context) -> Iterator[Text | Verbatim]:
    yield replace(offer_words.title(found.before or found.offer), strong=True)
    by = who.account_called(found.by, context)
    yield T(f"change.from_{found.origin}", name=by, day=found.at.date())
    yield T(f"change.says_{found.kind}")


def _what(found: Change, context: Context) -> Iterator[Text]:
    """For an offer that is not to be there any more there is nothing to compare."""
    if found.before is None:
        yield from whole(found.offer, context)
    elif found.kind != "gone":
        yield from differences(found.before, found.offer, context)


def _rows(found: Change) -> Iterator[tuple[Button, ...]]:
    yes = AcceptChange(change=found.id, seen=found.version)
    yield (Button(T("change.yes"), yes), Button(T("change.no"), RefuseChange(change=found.id)))
    if found.before is not None:
        yield (Button(T("change.offer"), KeepOffer(offer=found.before.id)),)
    yield (Button(T("keep.next"), NextChange(change=found.id)), menu.button("changes"))


COMMANDS: Commands = {"changes": listed, "aenderungen": listed, "änderungen": listed}
ACTIONS: Actions = {ListChanges: turned, ShowChange: shown, NextChange: skipped}
