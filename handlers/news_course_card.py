"""How news that are written stand: who released them, when they are sent, how far that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import menu, news_progress, news_words, who
from handlers.context import Context
from handlers.news_course_pages import (
    ApproveNews,
    CancelNews,
    CorrectNews,
    DeclineNews,
    NewsReport,
    PauseNews,
    ResumeNews,
    ReturnNews,
    TakeUpNews,
    UnsendNews,
    WithdrawNews,
)
from handlers.news_pages import NewsTime, SeeNews, ShowNews
from models import news_course, news_text
from models.action import Action
from models.news import News, NewsState
from models.news_reply import event_lines
from models.role import LEADING
from models.text import LanguageName, Listed, T, Text, Verbatim
from models.turn import Button, Reply, Unasked

TO_COME = (NewsState.PROPOSED, NewsState.WAITING, NewsState.SCHEDULED)
DOES: dict[NewsState, tuple[str, ...]] = {
    NewsState.WAITING: ("approve", "back", "time", "unsend", "cancel"),
    NewsState.PROPOSED: ("take", "decline"),
    NewsState.SCHEDULED: ("report", "time", "pause", "correct", "unsend", "cancel", "withdraw"),
    NewsState.SENDING: ("refresh", "pause", "correct", "cancel", "withdraw", "report"),
    NewsState.PAUSED: ("resume", "refresh", "correct", "cancel", "withdraw", "report"),
    NewsState.SENT: ("refresh", "correct", "withdraw", "report"),
    NewsState.CANCELLED: ("report", "withdraw"),
    NewsState.WITHDRAWN: ("refresh", "report"),
}
"""What can be done in each state, in the order of the buttons."""


def card(news: News, context: Context, *before: Text, others: tuple[Unasked, ...] = ()) -> Reply:
    """Everything about it, below what was just done."""
    text = (*before, title(news, context), *_facts(news, context))
    rows = (*menu.grid(list(_doings(news, context))), (menu.button("news"),))
    reply = Reply(text=text, buttons=rows, replaces=True)
    return replace(reply, others=others)


def title(news: News, context: Context) -> Verbatim | Text:
    """What it is called."""
    return news_words.title(news_text.of(context.session, news.id), context)


def _facts(news: News, context: Context) -> Iterator[Text | Verbatim]:
    yield T("newsrun.state", state=T(f"newsrun.is_{news.state}"))
    if news.urgent:
        yield T("newsrun.urgent")
    texts = news_text.of(context.session, news.id)
    if text := news_text.chosen(texts, context.town.default_language):
        yield from event_lines(news.event, text)
    if news.state in TO_COME:
        yield T("newsrun.tongues", names=Listed(tuple(map(LanguageName, texts))))
        yield from news_words.audience(news.audience, context)
        yield from news_words.schedule(news.schedule)
    yield from _people(news, context)
    yield from news_progress.lines(news, context)


def _people(news: News, context: Context) -> Iterator[Text]:
    if news.by_id is not None:
        yield T("newsrun.by", name=who.account_called(news.by_id, context))
    if news.approved_by_id is not None:
        yield T("newsrun.approved_by", name=who.account_called(news.approved_by_id, context))
    if news.next_due is not None:
        due = news.next_due.astimezone(context.now.tzinfo)
        yield T("newsrun.next", when=news_words.moment(due))


def _doings(news: News, context: Context) -> Iterator[Button]:
    yield Button(T("newsrun.see"), SeeNews(news=news.id))
    for name in DOES.get(news.state, ()):
        if _is_offered(name, news, context):
            yield Button(T(f"newsrun.do_{name}"), _action(name, news))


def _is_offered(name: str, news: News, context: Context) -> bool:
    """Rights are checked where it is done; here is only what would be refused anyway."""
    match name:
        case "approve" | "back":
            return not news_course.wrote(context.session, news.id, context.account_id)
        case "take" | "decline":
            return bool(context.roles.intersection(LEADING))
        case "report" | "withdraw" | "correct":
            return news_progress.has_begun(news, context)
    return True


def _action(name: str, news: News) -> Action:
    seen = {"news": news.id, "version": news.version}
    made: dict[str, Action] = {
        "approve": ApproveNews(**seen),
        "back": ReturnNews(**seen),
        "unsend": UnsendNews(**seen),
        "take": TakeUpNews(**seen),
        "decline": DeclineNews(**seen),
        "pause": PauseNews(**seen),
        "resume": ResumeNews(**seen),
        "cancel": CancelNews(**seen, sure=False),
        "withdraw": WithdrawNews(**seen, sure=False),
        "correct": CorrectNews(news=news.id),
        "time": NewsTime(news=news.id),
        "report": NewsReport(news=news.id, number=0),
        "refresh": ShowNews(news=news.id),
    }
    return made[name]
