"""Yes: news are sent, or go to somebody who releases them; or the draft is given up."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, news_deciding, news_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_card import card, unwritten
from handlers.news_drafts import deed, drafts
from handlers.news_pages import DropNews, SendNews, ShowNews
from handlers.news_preview import counted, is_too_small, numbers, reach
from models import news_course, news_text
from models.news import News, NewsState
from models.news_audience import TooSmall
from models.news_course import Lack
from models.text import T, Text
from models.turn import Button, Reply


@drafts
def sent(action: SendNews, news: News, context: Context) -> Reply:
    """Once it is complete: who gets it, when; and, once she is sure, it leaves her hands."""
    if lacking := _lacking(news, context):
        return card(news, context, *lacking)
    if not action.sure:
        return _asked(news, context)
    try:
        return _submitted(news, context)
    except TooSmall:
        return card(news, context, T("writing.too_small"))


@drafts
def dropped(action: DropNews, news: News, context: Context) -> Reply:
    """Ask once."""
    if not action.sure:
        yes = Button(T("writing.drop_yes"), DropNews(news=news.id, sure=True))
        no = Button(T("survey.back"), ShowNews(news=news.id))
        texts = news_text.of(context.session, news.id)
        text = (news_words.title(texts, context), T("writing.drop_sure"))
        return Reply(text=text, buttons=((yes,), (no,)), replaces=True)
    news_course.cancel(context.session, deed(context), news)
    return Reply(text=(T("writing.dropped"),), buttons=((menu.button("news"),),), replaces=True)


def _submitted(news: News, context: Context) -> Reply:
    approval = context.town.news_approval
    reached = reach(news, context)
    changed = news_course.submit(context.session, deed(context), news, reached, approval)
    if changed.state is NewsState.WAITING:
        others = news_deciding.waits(changed, context)
        return replace(card(changed, context, T("writing.submitted")), others=others)
    later = news.schedule.first is not None
    said = T("writing.planned") if later else T("writing.on_its_way")
    return card(changed, context, said)


def _lacking(news: News, context: Context) -> tuple[Text, ...]:
    """Why it cannot be sent like this."""
    lacks = {Lack(one) for one in news_course.lacks(context.session, news)}
    if unwritten(news_text.of(context.session, news.id)) is not None:
        lacks.add(Lack.TEXT)
    return tuple(T(f"writing.lacks_{lack}") for lack in Lack if lack in lacks)


def _asked(news: News, context: Context) -> Reply:
    counts = counted(news, context)
    if is_too_small(counts, news, context):
        return card(news, context, T("writing.too_small"))
    released = context.town.news_approval or news.urgent
    question = T("writing.submit_sure") if released else T("writing.send_sure")
    text = (
        news_words.title(news_text.of(context.session, news.id), context),
        *numbers(counts, context),
        *news_words.schedule(news.schedule),
        *((T("writing.urgent"),) if news.urgent else ()),
        question,
    )
    label = T("writing.submit_yes") if released else T("writing.send_yes")
    yes = Button(label, SendNews(news=news.id, sure=True))
    no = Button(T("survey.back"), ShowNews(news=news.id))
    return Reply(text=text, buttons=((yes,), (no,)), replaces=True)


COMMANDS: Commands = {}
ACTIONS: Actions = {SendNews: sent, DropNews: dropped}
