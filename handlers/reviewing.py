"""/review: what people wrote in their own words, text by text, before others may read it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu, review_card, reviewing_files, tongues
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.review_buttons import ReleaseText, ReviewHeap, WithholdText
from handlers.rights import needs
from handlers.survey_expecting import title
from models import review
from models import survey as surveys
from models.review import Unread
from models.role import LEADING
from models.roles import Deed
from models.survey import View
from models.text import T, Text, Verbatim
from models.turn import Button, Reply


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """Each survey and each view of ideas by itself, with how many texts wait."""
    counts = review.counts(context.session, tongues.hers(context, LEADING))
    files = ((menu.button("reviewfiles"),),) if any(reviewing_files.waiting(context)) else ()
    rows = tuple((_heap(one, counts[one], context),) for one in sorted(counts, reverse=True))
    rows = (*rows, *files)
    if not rows:
        ways = (menu.button("allsurveys"), menu.button("ideas"))
        return Reply(text=(T("review.none"),), buttons=(ways,))
    return Reply(text=(T("review.which"), T("review.how")), buttons=rows)


@needs(*LEADING)
def shown(action: ReviewHeap, context: Context) -> Reply:
    """The next text of a heap."""
    return _next(action.heap, action.after, context)


@needs(*LEADING)
def released(action: ReleaseText, context: Context) -> Reply:
    """As it is, or without what was found in it; then the next one."""
    one = _found(action.heap, action.text, context)
    if one is None:
        return _next(action.heap, action.text, context, T("review.gone"))
    words = review_card.blackened(one, context) if action.black else one.text
    done = review.release(context.session, _deed(context), one, words)
    said = T("review.released") if done else T("review.gone")
    return _next(action.heap, action.text, context, said)


@needs(*LEADING)
def withheld(action: WithholdText, context: Context) -> Reply:
    """Ask once, then it is gone."""
    one = _found(action.heap, action.text, context)
    if one is None:
        return _next(action.heap, action.text, context, T("review.gone"))
    if not action.sure:
        yes = Button(T("review.delete"), action.model_copy(update={"sure": True}))
        no = Button(T("review.later"), ReviewHeap(heap=action.heap, after=action.text))
        text = (*review_card.quoted(one, context), T("review.delete_sure"))
        return Reply(text=text, buttons=((yes, no),), replaces=True)
    review.withhold(context.session, _deed(context), one)
    return _next(action.heap, action.text, context, T("review.deleted"))


def _next(heap: int, after: str, context: Context, *before: Text) -> Reply:
    spoken = tongues.hers(context, LEADING)
    one = review.next_one(context.session, heap, after, spoken)
    if one is None:
        rest = listed("", context)
        return Reply(text=(*before, *rest.text), buttons=rest.buttons, replaces=True)
    left = review.counts(context.session, spoken).get(heap, 0)
    head = (*before, _title(heap, context), *review_card.text(one, context))
    buttons = (*review_card.buttons(one, context), (menu.button("review"),))
    return Reply(text=(*head, T("review.left", number=left)), buttons=buttons, replaces=True)


def _found(heap: int, id: str, context: Context) -> Unread | None:
    return review.find(context.session, heap, id, tongues.hers(context, LEADING))


def _heap(heap: int, number: int, context: Context) -> Button:
    label = T("review.heap", title=_title(heap, context), number=number)
    return Button(label, ReviewHeap(heap=heap))


def _title(heap: int, context: Context) -> Text | Verbatim:
    if heap in review.IDEAS:
        migrants = review.IDEAS[heap] is View.MIGRANTS
        return T("review.ideas_migrants") if migrants else T("review.ideas_network")
    found = surveys.find(context.session, heap)
    return T("surveys.gone") if found is None else title(found, context)


def waiting(survey: int, context: Context) -> Iterator[tuple[Button, ...]]:
    """The way to a survey's texts from its card, where some wait."""
    counts = review.counts(context.session, tongues.hers(context, LEADING))
    if survey in counts:
        label = T("review.heap", title=T("menu.review"), number=counts[survey])
        yield (Button(label, ReviewHeap(heap=survey)),)


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {"review": listed, "pruefen": listed, "prüfen": listed}
ACTIONS: Actions = {ReviewHeap: shown, ReleaseText: released, WithholdText: withheld}
