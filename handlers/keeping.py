"""/keep: the offers that somebody looks after, first those that she is to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.keeping_due import Hers, hers
from handlers.keeping_pages import BeginReview, ListKept, Which
from handlers.paging import PAGE, turns
from handlers.rights import needs
from models import keeping, offer_change_reading
from models.keeping import Kept
from models.offer_actions import KeepOffer
from models.offer_review import Reason
from models.role import KEEPING, LEADING
from models.text import Fixed, N, T, Text, Verbatim
from models.turn import Button, Reply

SHORTEST = 2


@needs(*KEEPING)
def opened(argument: str, context: Context) -> Reply:
    """What is to be looked at, or else all of them; or those whose titles hold what was typed."""
    words = " ".join(argument.split())
    if len(words) >= SHORTEST:
        return _found(words, context)
    which: Which = "due" if hers(context).due else "all"
    return _page(ListKept(which=which), context)


@needs(*KEEPING)
def turned(action: ListKept, context: Context) -> Reply:
    """Another page, or those alone that are to be looked at."""
    return _page(action, context)


def _page(action: ListKept, context: Context) -> Reply:
    mine = hers(context)
    those = mine.due if action.which == "due" else mine.every
    at = action.at if 0 <= action.at < len(those) else 0
    rows = (
        *_begin(mine),
        *_narrowing(action.which, mine),
        *((_button(one, mine),) for one in those[at : at + PAGE]),
        *turns(at, len(those), lambda to: action.model_copy(update={"at": to})),
        *_leading(context),
    )
    return Reply(text=tuple(_said(mine)), buttons=rows, replaces=True)


def _said(mine: Hers) -> Iterator[Text]:
    if not mine.every:
        yield T("keep.none")
        return
    yield N("keep.due", len(mine.due)) if mine.due else T("keep.nothing_due")
    yield T("keep.find", command=Fixed("/keep"))


def _begin(mine: Hers) -> menu.Rows:
    return ((Button(T("keep.begin"), BeginReview()),),) if mine.due else ()


def _narrowing(which: Which, mine: Hers) -> menu.Rows:
    if not mine.due or len(mine.due) == len(mine.every):
        return ()
    due = T("keep.only_due", number=len(mine.due))
    every = T("keep.all", number=len(mine.every))
    buttons = [Button(due, ListKept(which="due"), chosen=which == "due")]
    return menu.grid([*buttons, Button(every, ListKept(which="all"), chosen=which == "all")])


def _leading(context: Context) -> menu.Rows:
    leads = context.roles.intersection(LEADING)
    waits = leads and offer_change_reading.number_waiting(context.session)
    return ((menu.button("changes"),),) if waits else ()


def _found(words: str, context: Context) -> Reply:
    """Whoever leads finds all offers, a keeper hers."""
    mine = hers(context)
    leads = bool(context.roles.intersection(LEADING))
    among = keeping.standing(context.session, context.today) if leads else mine.every
    those = [one for one in among if words.casefold() in one.title.casefold()]
    said = Verbatim(words, context.language)
    text = T("keep.found", words=said) if those else T("keep.not_found", words=said)
    rows = tuple((_button(one, mine),) for one in _closest(those))
    return Reply(text=(text,), buttons=(*rows, (menu.button("keep"),)))


def _closest(those: Sequence[Kept]) -> list[Kept]:
    """With the shortest titles, of which the words are most."""
    return sorted(those, key=lambda one: (len(one.title), one.id))[:PAGE]


def _button(one: Kept, mine: Hers) -> Button:
    title = Verbatim(one.title, "de")
    return Button(_labelled(one, title, mine), KeepOffer(offer=one.id))


def _labelled(one: Kept, title: Verbatim, mine: Hers) -> Text:
    review = mine.reviews.get(one.id)
    if one.id in mine.drafts:
        return T("keep.begun", offer=title)
    if one.id in mine.sent:
        return T("keep.sent_one", offer=title)
    if review is not None:
        reported = review.reason is Reason.REPORTED
        return T("keep.one_reported", offer=title) if reported else T("keep.one_due", offer=title)
    return T("keep.one", offer=title)


COMMANDS: Commands = {"keep": opened, "pflegen": opened}
ACTIONS: Actions = {ListKept: turned}
