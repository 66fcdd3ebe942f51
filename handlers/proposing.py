"""/propose: people of the network propose news; a manager decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from handlers import dialogues, menu, proposals
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.news_course_pages import TakeBack
from handlers.news_seen import deed, title
from handlers.rights import needs
from models import news as all_news
from models import news_changes, news_course, news_people
from models import person as people
from models.dialogue_news import Proposing
from models.news import News, NewsState
from models.news_changes import NewsChanged
from models.news_text import LONGEST_BODY, LONGEST_TITLE, NewsText
from models.role import LEADING, Role
from models.text import T, Text
from models.turn import Button, Reply

PROPOSERS = (Role.NETWORK, *LEADING)
SHOWN = 5
BEING_WRITTEN = (NewsState.DRAFT, NewsState.WAITING)


@needs(*PROPOSERS)
def asked(argument: str, context: Context) -> Reply:
    """What becomes of it, what she proposed before, and the first question."""
    people.be_in(context.session, context.person, Proposing())
    mine = list(_mine(context))
    before = tuple(_line(one, context) for one in mine)
    said = (T("proposal.how"), *(_heads(before)), *before, T("proposal.ask_title"))
    back = [_back(one, context) for one in mine if one.state is NewsState.PROPOSED]
    return dialogues.asking(*said, buttons=menu.grid(back, 1))


@needs(*PROPOSERS)
def typed(text: str, context: Context) -> Reply:
    """The title, then the text; with that it is with the managers."""
    waiting = context.person.dialogue
    words = text.strip()
    if not isinstance(waiting, Proposing) or not words:
        return dialogues.aside(text, context, T("proposal.ask_title"))
    if not waiting.title:
        return _titled(" ".join(words.split()), context)
    if len(words) > LONGEST_BODY:
        return dialogues.asking(T("proposal.too_long", most=LONGEST_BODY, length=len(words)))
    people.be_in(context.session, context.person, None)
    news = _proposed(NewsText(context.language, waiting.title, words), context)
    rows = ((_back(news, context),), (menu.button("propose"),))
    return Reply(text=(T("proposal.thanks"),), buttons=rows, others=proposals.made(news, context))


@needs(*PROPOSERS)
def taken_back(action: TakeBack, context: Context) -> Reply:
    """Nobody will tell it; only while nobody has taken it up."""
    found = all_news.find(context.session, action.news)
    rows = ((menu.button("propose"),),)
    try:
        if found is None or found.by_id != context.account_id:
            raise NewsChanged
        if found.state is not NewsState.PROPOSED or found.version != action.version:
            raise NewsChanged
        news_course.cancel(context.session, deed(context), found)
    except NewsChanged:
        return Reply(text=(T("proposal.changed"),), buttons=rows, replaces=True)
    return Reply(text=(T("proposal.taken_back"),), buttons=rows, replaces=True)


def _titled(words: str, context: Context) -> Reply:
    if len(words) > LONGEST_TITLE:
        return dialogues.asking(T("proposal.too_long", most=LONGEST_TITLE, length=len(words)))
    people.be_in(context.session, context.person, Proposing(title=words))
    return dialogues.asking(T("proposal.ask_text"))


def _proposed(text: NewsText, context: Context) -> News:
    made = news_changes.create(context.session, deed(context), text)
    return news_course.propose(context.session, deed(context), made)


def _mine(context: Context) -> Iterator[News]:
    """What she proposed last."""
    me = context.account_id
    written = all_news.by_account(context.session, me)
    hers = (one for one in written if news_people.proposer(context.session, one.id) == me)
    yield from islice(hers, SHOWN)


def _heads(lines: tuple[Text, ...]) -> tuple[Text, ...]:
    return (T("proposal.yours"),) if lines else ()


def _line(news: News, context: Context) -> Text:
    state = "taken" if news.state in BEING_WRITTEN else news.state
    return T("proposal.line", title=title(news, context), said=T(f"proposal.is_{state}"))


def _back(news: News, context: Context) -> Button:
    label = T("proposal.take_back", title=title(news, context))
    return Button(label, TakeBack(news=news.id, version=news.version))


COMMANDS: Commands = {"propose": asked, "vorschlagen": asked}
ACTIONS: Actions = {TakeBack: taken_back}
DIALOGUES: Dialogues = {Proposing: typed}
