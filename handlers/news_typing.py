"""Parts of news that are typed: asked for, and taken."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import news_buttons, news_event, news_picture, news_when, news_writing
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.news_drafts import Typing, done, in_state
from handlers.news_pages import AskPart, gone
from handlers.rights import needs
from models.dialogue import NewsWriting
from models.role import TELLING
from models.turn import Reply

FEATURES = (news_writing, news_picture, news_event, news_buttons, news_when)
TYPED: Mapping[str, Typing] = {
    step: typing for feature in FEATURES for step, typing in feature.TYPED.items()
}


@needs(*TELLING)
def asked(action: AskPart, context: Context) -> Reply:
    """The question for this part."""
    part = TYPED[action.part]
    about = (action.news, part.states)
    return in_state(about, lambda news: part.ask(news, action.detail, context), context)


@needs(*TELLING)
def typed(text: str, context: Context) -> Reply:
    """What was asked for. A title without news begins some."""
    waiting = context.person.dialogue
    if not isinstance(waiting, NewsWriting) or waiting.step not in TYPED:
        done(context)
        return gone()
    if not waiting.news:
        return news_writing.created(text, context)
    part, detail = TYPED[waiting.step], waiting.detail
    about = (waiting.news, part.states)
    return in_state(about, lambda news: part.take(text, news, detail, context), context)


COMMANDS: Commands = {}
ACTIONS: Actions = {AskPart: asked}
DIALOGUES: Dialogues = {NewsWriting: typed}
