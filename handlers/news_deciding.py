"""A second person releases news, or sends them back with a reason."""

from __future__ import annotations

from handlers import dialogues, news_telling, who
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.news_course_pages import ApproveNews, ReturnNews, UnsendNews
from handlers.news_pages import ShowNews
from handlers.news_seen import again, deed, kindly, opened, seen, title
from handlers.proposals import declined
from handlers.rights import needs
from models import news_audience, news_course, news_people
from models import person as people
from models.dialogue_news import NewsDeciding
from models.news import News, NewsState
from models.role import TELLING
from models.text import T, Verbatim
from models.turn import Button, Reply, Unasked

LONGEST = 500


@needs(*TELLING)
@kindly
def approved(action: ApproveNews, context: Context) -> Reply:
    """Yes: they are sent when their time comes, and their writers hear of it."""
    found = seen(action, context)
    session, town = context.session, context.town
    reach = news_audience.reach_of(session, found, town.channels, town.default_language)
    released = news_course.approve(session, deed(context), found, reach)
    text = T("newsrun.approved_told", title=title(found, context), name=_mine(context))
    told = _writers_hear(released, "approved", Reply(text=(text,)), context)
    return again(found.id, context, T("newsrun.approved"), others=told)


@needs(*TELLING)
@kindly
def returning(action: ReturnNews, context: Context) -> Reply:
    """Why not?"""
    found = seen(action, context)
    if found.state is not NewsState.WAITING:
        return again(found.id, context, T("newsrun.changed"))
    waiting = NewsDeciding(news=found.id, version=found.version, what="back")
    people.be_in(context.session, context.person, waiting)
    return dialogues.asking(T("newsrun.why_back"))


@needs(*TELLING)
@kindly
def reasoned(text: str, context: Context) -> Reply:
    """Her reason: back to the writer, or to whoever proposed it."""
    waiting, words = context.person.dialogue, " ".join(text.split())[:LONGEST]
    if not isinstance(waiting, NewsDeciding) or not words:
        return dialogues.aside(text, context, T("newsrun.why_back"))
    people.be_in(context.session, context.person, None)
    if waiting.what == "decline":
        return declined(waiting, words, context)
    return _returned(seen(waiting, context), words, context)


@needs(*TELLING)
@kindly
def unsent(action: UnsendNews, context: Context) -> Reply:
    """Its writer has another thought: a draft again."""
    found = seen(action, context)
    news_course.send_back(context.session, deed(context), found)
    return opened(found.id, T("newsrun.unsent"))


def waits(news: News, context: Context) -> tuple[Unasked, ...]:
    """Those who may release news that wait from now on hear of it."""
    ids = news_telling.those_who_release(news, context, *TELLING)
    urgent = (T("newsrun.urgent"),) if news.urgent else ()
    text = T("newsrun.waits_told", title=title(news, context), name=_mine(context))
    return news_telling.told(
        ids, news, "waits", _looking(news, Reply(text=(text, *urgent))), context
    )


def _returned(found: News, words: str, context: Context) -> Reply:
    back = news_course.send_back(context.session, deed(context), found, words)
    said = T("newsrun.back_told", title=title(found, context), name=_mine(context))
    reason = T("newsrun.reason", words=Verbatim(words, context.language))
    told = _writers_hear(back, "back", Reply(text=(said, reason)), context)
    return again(found.id, context, T("newsrun.back"), others=told)


def _writers_hear(news: News, what: str, reply: Reply, context: Context) -> tuple[Unasked, ...]:
    ids = news_people.writers(context.session, news.id)
    return news_telling.told(ids, news, what, _looking(news, reply), context)


def _looking(news: News, reply: Reply) -> Reply:
    return Reply(text=reply.text, buttons=((Button(T("newsrun.look"), ShowNews(news=news.id)),),))


def _mine(context: Context) -> object:
    return who.account_called(context.account_id, context)


COMMANDS: Commands = {}
ACTIONS: Actions = {ApproveNews: approved, ReturnNews: returning, UnsendNews: unsent}
DIALOGUES: Dialogues = {NewsDeciding: reasoned}
