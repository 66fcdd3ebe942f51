"""Who hears of what became of offers: those who decide, and whoever wanted a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handlers import menu, news_telling, offer_words, who
from handlers.context import Context
from models import absences, offer_change_reading, reaching
from models.offer import Offer
from models.offer_actions import KeepOffer, ShowChange
from models.offer_change import Change
from models.offer_changes import Submitted
from models.role import LEADING
from models.text import T, Text, Verbatim
from models.turn import Button, Reply, Unasked


def waits(sent: Submitted, offer: Offer, context: Context) -> tuple[Unasked, ...]:
    """Those who decide hear of it, but only once until they have decided all that waits."""
    oldest = next(iter(offer_change_reading.waiting_ids(context.session)), sent.change)
    if sent.change is None:
        return ()
    by = who.account_called(context.account_id, context)
    text = T("change.told_waits", name=by, offer=offer_words.title(offer))
    look = Button(T("change.look"), ShowChange(change=sent.change))
    reply = Reply(text=(text,), buttons=((look, menu.button("changes")),))
    return tuple(_messages(_deciders(context), f"offers:waits:{oldest}", reply, context))


def decided(change: Change, what: str, context: Context, reason: str = "") -> tuple[Unasked, ...]:
    """Whoever wanted it hears of it; `what` is "accepted" or "refused"."""
    text: list[Text] = [T(f"change.told_{what}", offer=offer_words.title(change.offer))]
    if reason:
        text.append(T("newsrun.reason", words=Verbatim(reason, context.language)))
    rows: menu.Rows = ()
    if change.offer.id:
        rows = ((Button(T("keep.card"), KeepOffer(offer=change.offer.id)),),)
    hers = [id for id in (change.by,) if id is not None and id != context.account_id]
    key = f"offers:{what}:{change.id}"
    return tuple(_messages(hers, key, Reply(text=tuple(text), buttons=rows), context))


def _deciders(context: Context) -> list[int]:
    """Whoever leads and is there today; those who are away when nobody else is."""
    leading = news_telling.those_with(context, *LEADING)
    there = [id for id in leading if not absences.is_away(context.session, id, context.today)]
    return [id for id in there or leading if id != context.account_id]


def _messages(ids: Iterable[int], key: str, reply: Reply, context: Context) -> Iterator[Unasked]:
    for id in ids:
        way = reaching.way_to(context.session, id, context.town.channels)
        if way is not None:
            yield Unasked(f"{key}:{id}", way.channel, way.address, way.language, reply)
