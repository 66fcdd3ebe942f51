"""The picture of news: sent as a photo, drawn anew, with words for who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers import dialogues, sorry
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues, Wanting
from handlers.menu import Rows
from handlers.news_card import card, own
from handlers.news_drafts import DRAFT, Typing, deed, done, drafts, in_state, wait
from handlers.news_pages import NewsPicture, ShowNews
from handlers.news_writing import one_line
from handlers.rights import needs
from models import news_changes, news_picture, news_text
from models.action import Action
from models.dialogue import NewsWriting
from models.medium import Received, Upload
from models.news import News
from models.news_text import LONGEST_ALT
from models.role import TELLING
from models.text import LanguageName, T, Text
from models.turn import Button, Reply, Sent
from surveys.slip import SlipKind

STEP = "picture"


class DropPicture(Action, prefix="nwnopicture"):
    """Without a picture."""

    news: int


@drafts
def asked(action: NewsPicture, news: News, context: Context) -> Reply:
    """A photo, please; instead of the one there is."""
    return _asking(news, context)


@drafts
def dropped(action: DropPicture, news: News, context: Context) -> Reply:
    """It has none any more."""
    changed = news_changes.set_picture(context.session, deed(context), news, None)
    return card(changed, context, T("writing.kept"))


def wanted(context: Context) -> Upload | None:
    """A picture, while one is asked for."""
    waiting = context.person.dialogue
    if not isinstance(waiting, NewsWriting) or waiting.step != STEP:
        return None
    return _upload(waiting.news) if context.roles.intersection(TELLING) else None


@needs(*TELLING)
def sent(sent: Sent, context: Context) -> Reply:
    """Kept, if it is the picture that was asked for."""
    waiting, came = context.person.dialogue, sent.received
    if not isinstance(waiting, NewsWriting) or waiting.step != STEP or came is None:
        return sorry.not_taken(sent, context)
    if came.question != _upload(waiting.news).question:
        return sorry.not_taken(sent, context)
    about = (waiting.news, DRAFT)
    return in_state(about, lambda news: _came(came, news, context), context)


def ask_alt(news: News, language: str, context: Context) -> Reply:
    """What is to be seen?"""
    texts = news_text.of(context.session, news.id)
    language = language if language in texts else own(texts, context)
    wait(news.id, "alt", language, context)
    question = T("writing.ask_alt", language=LanguageName(language), most=LONGEST_ALT)
    without = Button(T("writing.later"), ShowNews(news=news.id))
    return dialogues.asking(question, buttons=((without,),))


def take_alt(text: str, news: News, language: str, context: Context) -> Reply:
    """Kept with that language's version."""
    version = news_text.of(context.session, news.id).get(language)
    alt = one_line(text)
    if version is None or not 0 < len(alt) <= LONGEST_ALT:
        return ask_alt(news, language, context)
    done(context)
    described = replace(version, alt=alt)
    changed = news_changes.write(context.session, deed(context), news, described)
    return card(changed, context, T("writing.kept"))


def _came(came: Received, news: News, context: Context) -> Reply:
    if came.file is None:
        return _asking(news, context, _why(came))
    done(context)
    changed = news_changes.set_picture(context.session, deed(context), news, came.file)
    return ask_alt(changed, "", context)


def _asking(news: News, context: Context, *before: Text) -> Reply:
    wait(news.id, STEP, "", context)
    rows: Rows = ((Button(T("writing.later"), ShowNews(news=news.id)),),)
    if news_picture.of(context.session, news.id):
        rows = ((Button(T("writing.no_picture"), DropPicture(news=news.id)),), *rows)
    asking = dialogues.asking(*before, T("writing.ask_picture"), buttons=rows)
    return replace(asking, upload=_upload(news.id))


def ask(news: News, detail: str, context: Context) -> Reply:
    """The same question again, when something was typed."""
    return _asking(news, context)


def take(text: str, news: News, detail: str, context: Context) -> Reply:
    """Words are no picture."""
    return dialogues.aside(text, context, T("writing.ask_picture"))


def _upload(news: int) -> Upload:
    return Upload("image", f"news{news}", T("writing.pick_picture"))


def _why(came: Received) -> Text:
    if came.why is SlipKind.TOO_LARGE:
        return T("writing.picture_large")
    return T("survey.file_lost") if came.why is None else T("writing.picture_unfit")


TYPED: Mapping[str, Typing] = {STEP: Typing(ask, take), "alt": Typing(ask_alt, take_alt)}
COMMANDS: Commands = {}
ACTIONS: Actions = {NewsPicture: asked, DropPicture: dropped}
SENT: Dialogues = {NewsWriting: sent}
WANTED: Wanting = {NewsWriting: wanted}
