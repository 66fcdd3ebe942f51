"""How threads are spoken of to counsellors: whose turn it is, since when, and never who it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers import who
from handlers.context import Context
from handlers.relaying import called
from models.text import N, T, Text, Verbatim
from models.thread import Thread, ThreadState

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def topic(code: str, context: Context) -> Text | Verbatim:
    """What it is about: a topic or a field of action, in her language."""
    fields = {field.code: field.names for field in context.catalogue.fields}
    known = context.catalogue.topics.get(code)
    names = known.names if known else fields.get(code)
    if not names:
        return T("inbox.no_topic")
    language = next(one for one in (*context.chain, *names) if one in names)
    return Verbatim(names[language], language)


def row(thread: Thread, context: Context) -> Text:
    """A line of a list: whose turn it is and since when, who, what about."""
    about = topic(thread.topic, context)
    return T("inbox.row", state=_briefly(thread, context), person=called(thread), topic=about)


def _briefly(thread: Thread, context: Context) -> Text:
    if thread.state is ThreadState.CLOSED:
        return T("inbox.row_closed")
    if thread.state is ThreadState.SNOOZED and thread.until:
        return T("inbox.row_snoozed", until=at(thread.until, context))
    waits = since(thread.waiting_since or thread.last, context)
    if thread.waiting_since is None:
        return T("inbox.row_asker", since=waits)
    if thread.state is ThreadState.WAITING:
        return T("inbox.row_waits", since=waits)
    if thread.account_id == context.account_id:
        return T("inbox.row_you", since=waits)
    return T("inbox.row_colleague", name=counsellor(thread, context), since=waits)


def turn(thread: Thread, context: Context) -> Text:
    """Whose turn it is, and since when."""
    if thread.state is ThreadState.CLOSED:
        return T("inbox.is_closed")
    if thread.state is ThreadState.SNOOZED and thread.until:
        return T("inbox.is_snoozed", until=at(thread.until, context))
    if thread.waiting_since is None:
        return T("inbox.asker_is_next", since=since(thread.last, context))
    waits = since(thread.waiting_since, context)
    if thread.state is ThreadState.WAITING:
        return T("inbox.waits", since=waits)
    if thread.account_id == context.account_id:
        return T("inbox.you_are_next", since=waits)
    return T("inbox.colleague_is_next", name=counsellor(thread, context), since=waits)


def counsellor(thread: Thread, context: Context) -> Text | Verbatim:
    """Whose it is, for colleagues."""
    return who.account_called(thread.account_id, context)


def since(moment: datetime, context: Context) -> Text:
    """How long ago, in the largest unit that fits."""
    gone = max(context.now - moment, timedelta())
    if gone < HOUR:
        return N("inbox.minutes", int(gone / timedelta(minutes=1)))
    if gone < 2 * DAY:
        return N("inbox.hours", int(gone / HOUR))
    return N("inbox.days", int(gone / DAY))


def at(moment: datetime, context: Context) -> Text:
    """A moment in the town's time."""
    there = moment.astimezone(context.now.tzinfo)
    time = there.time().replace(tzinfo=None, second=0, microsecond=0)
    if there.date() == context.today:
        return T("inbox.today_at", time=time)
    return T("inbox.day_at", day=there.date(), time=time)
