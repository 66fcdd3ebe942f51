"""Writing news: a title and a text, in one language after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers import dialogues
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.menu import Rows
from handlers.news_card import card, own
from handlers.news_drafts import Typing, deed, done, wait
from handlers.news_pages import ShowNews, WriteNews
from handlers.rights import needs
from models import news_changes, news_text
from models.news import News
from models.news_text import GERMAN, LONGEST_BODY, LONGEST_TITLE, NewsText
from models.role import TELLING
from models.text import LanguageName, T, Text
from models.turn import Button, Reply


@needs(*TELLING)
def begun(action: WriteNews, context: Context) -> Reply:
    """The title first."""
    wait(0, "title", "", context)
    return dialogues.asking(T("writing.new_title", most=LONGEST_TITLE))


def created(text: str, context: Context) -> Reply:
    """The title is there: a draft that stays, and what is it about?"""
    title = one_line(text)
    if not 0 < len(title) <= LONGEST_TITLE:
        return _again(title, LONGEST_TITLE, T("writing.new_title", most=LONGEST_TITLE))
    first = NewsText(context.town.default_language, title, "")
    made = news_changes.create(context.session, deed(context), first)
    return ask_text(made, "", context)


def ask_title(news: News, language: str, context: Context) -> Reply:
    """The title in `language`, "" for the first one."""
    language = _meant(news, language, context)
    wait(news.id, "title", language, context)
    question = T("writing.ask_title", language=LanguageName(language), most=LONGEST_TITLE)
    return dialogues.asking(question, buttons=_later(news))


def ask_text(news: News, language: str, context: Context) -> Reply:
    """The text in `language`."""
    language = _meant(news, language, context)
    wait(news.id, "text", language, context)
    question = T("writing.ask_text", language=LanguageName(language), most=LONGEST_BODY)
    return dialogues.asking(question, T("writing.plainly"), buttons=_later(news))


def take_title(text: str, news: News, language: str, context: Context) -> Reply:
    """Kept; the text follows, where there is none."""
    title = one_line(text)
    if not 0 < len(title) <= LONGEST_TITLE:
        question = T("writing.ask_title", language=LanguageName(language), most=LONGEST_TITLE)
        return _again(title, LONGEST_TITLE, question)
    before = news_text.of(context.session, news.id).get(language)
    version = replace(before, title=title) if before else NewsText(language, title, "")
    changed = keep(version, news, context)
    if not version.body:
        return ask_text(changed, language, context)
    return card(changed, context, T("writing.kept"))


def take_text(text: str, news: News, language: str, context: Context) -> Reply:
    """Kept."""
    body = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not 0 < len(body) <= LONGEST_BODY:
        question = T("writing.ask_text", language=LanguageName(language), most=LONGEST_BODY)
        return _again(body, LONGEST_BODY, question)
    before = news_text.of(context.session, news.id).get(language)
    if before is None:
        return ask_title(news, language, context)
    return card(keep(replace(before, body=body), news, context), context, T("writing.kept"))


def keep(version: NewsText, news: News, context: Context) -> News:
    """A version that somebody wrote: no machine's any more, and made from the German as it is."""
    german = news_text.of(context.session, news.id).get(GERMAN)
    source = german.hash if german and version.language != GERMAN else ""
    written = replace(version, machine=False, source_hash=source)
    done(context)
    return news_changes.write(context.session, deed(context), news, written)


def one_line(text: str) -> str:
    """Without line breaks."""
    return " ".join(text.split())


def _meant(news: News, language: str, context: Context) -> str:
    if language in context.town.languages:
        return language
    return own(news_text.of(context.session, news.id), context) or context.town.default_language


def _again(typed: str, most: int, question: Text) -> Reply:
    if not typed:
        return dialogues.asking(question)
    return dialogues.asking(T("writing.too_long", number=len(typed), most=most), question)


def _later(news: News) -> Rows:
    return ((Button(T("writing.later"), ShowNews(news=news.id)),),)


TYPED: Mapping[str, Typing] = {
    "title": Typing(ask_title, take_title),
    "text": Typing(ask_text, take_text),
}
COMMANDS: Commands = {}
ACTIONS: Actions = {WriteNews: begun}
