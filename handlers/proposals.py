"""What the network proposes to tell: taken up as a draft, or declined with a reason."""

from __future__ import annotations

from handlers import dialogues, news_telling, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_course_pages import DeclineNews, TakeUpNews
from handlers.news_pages import ShowNews
from handlers.news_seen import again, deed, kindly, seen, title
from handlers.rights import needs
from models import news_course, news_people
from models import person as people
from models.dialogue_news import NewsDeciding
from models.news import News, NewsState
from models.news_changes import NewsChanged
from models.role import LEADING
from models.text import T, Text, Verbatim
from models.turn import Button, Reply, Unasked

DECLINE = "decline"


@needs(*LEADING)
@kindly
def taken_up(action: TakeUpNews, context: Context) -> Reply:
    """It is hers to finish; who proposed it hears that."""
    found = seen(action, context)
    taken = news_course.take_up(context.session, deed(context), found)
    text = T("proposal.taken_told", title=title(found, context))
    return again(found.id, context, T("proposal.taken"), others=_told(taken, context, text))


@needs(*LEADING)
@kindly
def declining(action: DeclineNews, context: Context) -> Reply:
    """Why not?"""
    found = _proposed(seen(action, context))
    waiting = NewsDeciding(news=found.id, version=found.version, what=DECLINE)
    people.be_in(context.session, context.person, waiting)
    return dialogues.asking(T("proposal.why_declined"))


def declined(waiting: NewsDeciding, words: str, context: Context) -> Reply:
    """It is not told; who proposed it hears why. Raises NewsChanged."""
    found = _proposed(seen(waiting, context))
    ended = news_course.cancel(context.session, deed(context), found)
    reason = T("newsrun.reason", words=Verbatim(words, context.language))
    said = T("proposal.declined_told", title=title(found, context))
    return again(
        found.id, context, T("proposal.declined"), others=_told(ended, context, said, reason)
    )


def made(news: News, context: Context) -> tuple[Unasked, ...]:
    """The managers hear of a new proposal."""
    ids = news_telling.those_who_release(news, context, *LEADING)
    by = who.account_called(context.account_id, context)
    text = T("proposal.made_told", title=title(news, context), name=by)
    look = Button(T("newsrun.look"), ShowNews(news=news.id))
    return news_telling.told(
        ids, news, "proposed", Reply(text=(text,), buttons=((look,),)), context
    )


def _proposed(found: News) -> News:
    if found.state is not NewsState.PROPOSED:
        raise NewsChanged
    return found


def _told(news: News, context: Context, *text: Text) -> tuple[Unasked, ...]:
    proposer = news_people.proposer(context.session, news.id)
    return news_telling.told([proposer], news, "proposal", Reply(text=text), context)


COMMANDS: Commands = {}
ACTIONS: Actions = {TakeUpNews: taken_up, DeclineNews: declining}
