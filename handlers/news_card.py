"""A piece of news as those who write see it: what there is of it, and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers import menu, news_course_card, news_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_pages import (
    AskPart,
    DropNews,
    NewsAudience,
    NewsButtons,
    NewsEvent,
    NewsPicture,
    NewsTime,
    NewsVersions,
    ReckonNews,
    SeeNews,
    SendNews,
    ShowNews,
    TestNews,
    gone,
)
from handlers.rights import needs
from models import news as newsroom
from models import news_button, news_picture, news_text
from models.action import Action
from models.news import Missing, News, NewsState
from models.news_reply import event_lines
from models.news_text import NewsText
from models.role import TELLING
from models.text import LanguageName, Listed, T, Text, Verbatim
from models.turn import Button, Reply

Texts = Mapping[str, NewsText]


@needs(*TELLING)
def shown(action: ShowNews, context: Context) -> Reply:
    """How it stands."""
    found = newsroom.find(context.session, action.news)
    return gone() if found is None else card(found, context)


def card(news: News, context: Context, *before: Text) -> Reply:
    """What there is of it, with what was just done `before`; what is no draft has another card."""
    if news.state is not NewsState.DRAFT:
        return news_course_card.card(news, context, *before)
    texts = news_text.of(context.session, news.id)
    said = (*before, news_words.title(texts, context), *_facts(news, texts, context))
    rows = (*_rows(news, texts), (menu.button("news"),))
    return Reply(text=said, buttons=rows, replaces=True)


def own(texts: Texts, context: Context) -> str:
    """The language that it is written in first: the town's own, if it is there."""
    return next((one for one in (context.town.default_language, *texts) if one in texts), "")


def unwritten(texts: Texts) -> str | None:
    """The first language in which there is a title and no text. None: all are complete."""
    return next((one.language for one in texts.values() if not one.body.strip()), None)


def _facts(news: News, texts: Texts, context: Context) -> Iterator[Text | Verbatim]:
    yield T("writing.draft")
    if news.note:
        yield T("writing.sent_back", note=Verbatim(news.note, "de"))
    if news.urgent:
        yield T("writing.urgent")
    yield from _versions(news, texts)
    yield from _parts(news, texts, context)
    yield from news_words.audience(news.audience, context)
    if news.public:
        yield T("writing.on_web")
    yield from news_words.schedule(news.schedule)


def _versions(news: News, texts: Texts) -> Iterator[Text]:
    yield T("writing.tongues_are", names=Listed(tuple(map(LanguageName, texts))))
    machine = tuple(LanguageName(one.language) for one in texts.values() if one.machine)
    if machine:
        yield T("writing.machine_made", names=Listed(machine))
    if old := tuple(map(LanguageName, news_text.outdated(texts))):
        yield T("writing.outdated", names=Listed(old))
    skips = news.missing is Missing.SKIP
    yield T("writing.others_skip") if skips else T("writing.others_fallback")


def _parts(news: News, texts: Texts, context: Context) -> Iterator[Text]:
    if news_picture.of(context.session, news.id):
        yield T("writing.has_picture")
    if texts:
        yield from event_lines(news.event, texts[own(texts, context)])
    if number := len(news_button.of(context.session, news.id)):
        yield T("writing.has_buttons", number=number)


def _rows(news: News, texts: Texts) -> Iterator[tuple[Button, ...]]:
    lacking = _next(news, texts)
    if lacking:
        yield (Button(T("writing.next", what=lacking.label), lacking.does),)
    yield from menu.grid(list(_doings(news)))
    if not lacking:
        yield (Button(T("writing.send"), SendNews(news=news.id, sure=False)),)
    yield (Button(T("writing.drop"), DropNews(news=news.id, sure=False)),)


def _next(news: News, texts: Texts) -> Button | None:
    """What it lacks before it can be sent."""
    unfinished = unwritten(texts)
    if unfinished is not None:
        part = AskPart(news=news.id, part="text", detail=unfinished)
        return Button(T("writing.do_text"), part)
    if news.audience.is_empty and not news.public:
        return Button(T("writing.do_audience"), NewsAudience(news=news.id, by="role", at=0))
    return None


def _doings(news: News) -> Iterator[Button]:
    id = news.id
    doings: Mapping[str, Action] = {
        "title": AskPart(news=id, part="title"),
        "text": AskPart(news=id, part="text"),
        "tongues": NewsVersions(news=id),
        "picture": NewsPicture(news=id),
        "event": NewsEvent(news=id),
        "buttons": NewsButtons(news=id),
        "topics": NewsAudience(news=id, by="topic", at=0),
        "audience": NewsAudience(news=id, by="role", at=0),
        "see": SeeNews(news=id),
        "reckon": ReckonNews(news=id),
        "test": TestNews(news=id),
        "when": NewsTime(news=id),
    }
    for name, does in doings.items():
        yield Button(T(f"writing.do_{name}"), does)


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowNews: shown}
