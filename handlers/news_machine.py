"""Versions of news that a machine makes, to be read over by somebody."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_card import card
from handlers.news_drafts import drafts
from handlers.news_pages import AskPart, NewsVersion, NewsVersions
from models import news_text, translations
from models.action import Action
from models.news import News
from models.news_text import GERMAN
from models.text import LanguageName, T
from models.translations import Subject
from models.turn import Button, Reply


class MachineVersion(Action, prefix="nwmachine"):
    """Let a machine write it in this language."""

    news: int
    language: str


@drafts
def machine(action: MachineVersion, news: News, context: Context) -> Reply:
    """It is wished for; nobody waits."""
    if not can_be_made(news, action.language, context):
        return card(news, context)
    about = (Subject.NEWS, news.id)
    translations.wish(context.session, about, GERMAN, (action.language,), context.now)
    return making(news, action.language, context)


def can_be_made(news: News, language: str, context: Context) -> bool:
    """Machines translate what the town wrote in German."""
    german = news_text.of(context.session, news.id).get(GERMAN)
    there = language in context.town.languages and language != GERMAN
    return context.town.translates and there and german is not None and bool(german.body)


def making(news: News, language: str, context: Context) -> Reply:
    """By hand, or by the machine; which may be at it already."""
    name = LanguageName(language)
    write = Button(T("writing.by_hand"), AskPart(news=news.id, part="title", detail=language))
    rows: menu.Rows = ((write,), (Button(T("survey.back"), NewsVersions(news=news.id)),))
    if language in translations.waiting(context.session, (Subject.NEWS, news.id)):
        look = Button(T("writing.look_again"), NewsVersion(news=news.id, language=language))
        text = T("writing.being_made", language=name)
        return Reply(text=(text,), buttons=((look,), *rows), replaces=True)
    make = Button(T("writing.do_machine"), MachineVersion(news=news.id, language=language))
    text = T("writing.no_version", language=name)
    return Reply(text=(text,), buttons=((make,), *rows), replaces=True)


COMMANDS: Commands = {}
ACTIONS: Actions = {MachineVersion: machine}
