"""Who hears of news that wait, and of what was decided about hers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handlers.context import Context
from models import absences, accounts, news_course, reaching
from models.news import News
from models.role import Role
from models.turn import Reply, Unasked


def those_who_release(news: News, context: Context, *roles: Role) -> list[int]:
    """Who holds one of `roles`, did not write it and is there today; whoever is away when nobody
    else is.
    """
    holders = those_with(context, *roles)
    may = [id for id in holders if not news_course.wrote(context.session, news.id, id)]
    there = [id for id in may if not absences.is_away(context.session, id, context.today)]
    return there or may


def those_with(context: Context, *roles: Role) -> list[int]:
    """The accounts that hold one of `roles`."""
    return sorted({one.id for role in roles for one in accounts.everyone(context.session, role)})


def told(
    ids: Iterable[int | None], news: News, what: str, reply: Reply, context: Context
) -> tuple[Unasked, ...]:
    """Each of them hears of it once in this version, but not who did it herself."""
    others = dict.fromkeys(id for id in ids if id is not None and id != context.account_id)
    return tuple(_messages(others, f"news:{news.id}:v{news.version}:{what}", reply, context))


def _messages(ids: Iterable[int], key: str, reply: Reply, context: Context) -> Iterator[Unasked]:
    for id in ids:
        way = reaching.way_to(context.session, id, context.town.channels)
        if way is not None:
            yield Unasked(f"{key}:{id}", way.channel, way.address, way.language, reply)
