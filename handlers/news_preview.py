"""News before they are sent: as they will look, how many get them, and a test to oneself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from analysis.news.duration import duration, rates
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_card import card, unwritten
from handlers.news_drafts import drafts
from handlers.news_pages import ReckonNews, SeeNews, ShowNews, TestNews, back, gone
from handlers.rights import needs
from models import news as newsroom
from models import news_audience, news_reply, news_text
from models.language import native_name
from models.news import Missing, News
from models.news_audience import Counts, Reach, TooSmall
from models.news_reply import Reader
from models.role import TELLING
from models.text import LanguageName, Listed, N, T, Text, Verbatim
from models.turn import Button, Link, Reply, Unasked

SHORT = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@needs(*TELLING)
def seen(action: SeeNews, context: Context) -> Reply:
    """The message in one language, with buttons to all others that readers may have."""
    found = newsroom.find(context.session, action.news)
    if found is None:
        return gone()
    language = action.language or context.language
    shown = _as_read(found, language, context)
    if shown is None:
        return card(found, context)
    inert = tuple(tuple(_inert(one, action) for one in row) for row in shown.buttons)
    rows = (*inert, *_others(found, language, context), _home(found, context))
    again = bool(action.language)  # a message that changes in its place keeps its picture above it
    return replace(shown, buttons=rows, language=language, replaces=again)


@needs(*TELLING)
def reckoned(action: ReckonNews, context: Context) -> Reply:
    """Numbers by language and channel, and how long it takes."""
    found = newsroom.find(context.session, action.news)
    if found is None:
        return gone()
    counts = counted(found, context)
    small = (T("writing.too_small"),) if is_too_small(counts, found, context) else ()
    text = (*numbers(counts, context), *small)
    return Reply(text=text, buttons=back(found.id), replaces=True)


@drafts
def tested(action: TestNews, news: News, context: Context) -> Reply:
    """Each version comes to her as it would to its readers."""
    texts = news_text.of(context.session, news.id)
    if unwritten(texts) is not None:
        return card(news, context, T("writing.lacks_text"))
    messages = [(one, _as_read(news, one, context)) for one in texts]
    others = tuple(_unasked(news, one, reply, context) for one, reply in messages if reply)
    return replace(card(news, context, N("writing.tested", len(others))), others=others)


def reach(news: News, context: Context) -> Reach:
    """Whom it reaches, as it is written now."""
    town = context.town
    return news_audience.reach_of(context.session, news, town.channels, town.default_language)


def counted(news: News, context: Context) -> Counts:
    """How many it reaches. Once an answer: with many who subscribed it takes a moment."""
    return news_audience.counted(context.session, reach(news, context))


def numbers(counts: Counts, context: Context) -> Iterator[Text]:
    """How many, where, in which language, and how long it takes."""
    if not (counts.total or counts.few):
        yield T("writing.reaches_nobody")
        return
    yield N("writing.reaches", counts.total) if counts.total else T("writing.reaches_few")
    yield from _by_language(counts)
    yield _takes(duration(counts.by_channel(), rates(context.town.telegram_rate)))


def is_too_small(counts: Counts, news: News, context: Context) -> bool:
    """Whether it is for so few who subscribed that they could be known. Where one language and
    channel has enough of them, nobody has to be counted again.
    """
    if counts.public or not counts.few:
        return False
    try:
        news_audience.check(context.session, reach(news, context))
    except TooSmall:
        return True
    return False


def _by_language(counts: Counts) -> Iterator[Text]:
    found: dict[str, list[Text]] = {}
    cells = {*counts.staff, *counts.public, *counts.few}
    for language, channel in sorted(cells):
        where = (language, channel)
        number = counts.staff.get(where, 0) + counts.public.get(where, 0)
        named = T(f"channel.{channel}")
        parts = found.setdefault(language, [])
        parts += [T("writing.by_channel", channel=named, number=number)] if number else []
        parts += [T("writing.few_by_channel", channel=named)] if where in counts.few else []
    for language, parts in found.items():
        yield T("writing.in_language", language=LanguageName(language), parts=Listed(tuple(parts)))


def _takes(long: timedelta) -> Text:
    if long < SHORT:
        return T("writing.takes_a_moment")
    if long < 2 * HOUR:
        return N("writing.takes_minutes", round(long / SHORT))
    return N("writing.takes_hours", round(long / HOUR))


def _as_read(news: News, language: str, context: Context) -> Reply | None:
    whole = news_reply.whole(context.session, news)
    return news_reply.reply(whole, Reader(language, context.person.channel))


def _inert(button: Button, action: SeeNews) -> Button:
    """Looks as it will; in a preview only addresses lead somewhere."""
    return button if isinstance(button.does, Link) else replace(button, does=action)


def _others(news: News, language: str, context: Context) -> menu.Rows:
    """To the same message in all languages in which it will be read."""
    texts: Mapping[str, object] = news_text.of(context.session, news.id)
    skips = news.missing is Missing.SKIP
    tongues = [one for one in context.town.default_first if one in texts or not skips]
    buttons = [
        Button(
            Verbatim(native_name(one), one),
            SeeNews(news=news.id, language=one),
            chosen=one == language,
        )
        for one in tongues
    ]
    return menu.grid(buttons, 3)


def _home(news: News, context: Context) -> tuple[Button, ...]:
    """The way back, in the language of who writes."""
    return (Button(T("writing.card"), ShowNews(news=news.id), language=context.language),)


def _unasked(news: News, language: str, reply: Reply, context: Context) -> Unasked:
    key = f"news-test:{news.id}:{language}:{context.token(12)}"
    person = context.person
    return Unasked(key, person.channel, person.address, language, reply)


COMMANDS: Commands = {}
ACTIONS: Actions = {SeeNews: seen, ReckonNews: reckoned, TestNews: tested}
