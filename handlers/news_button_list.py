"""The buttons under news as those who write see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import menu
from handlers.context import Context
from handlers.news_button_labels import named
from handlers.news_pages import AskPart, NewsButtonPage, back
from models import news_button
from models.action import Action
from models.news import News
from models.news_button import MOST, Leads, NewsButton
from models.text import Fixed, LanguageName, T, Text, Verbatim
from models.turn import Button, Reply


class PickSurvey(Action, prefix="nwsurveys"):
    """The surveys that a button can lead to, from number `at` on."""

    news: int
    at: int


def all_of(news: News, context: Context, *before: Text) -> Reply:
    """All of them, and what else one can lead to."""
    found = news_button.of(context.session, news.id)
    buttons = [
        Button(named(button, context), NewsButtonPage(news=news.id, number=number))
        for number, button in found.items()
    ]
    more = tuple(_more(news)) if len(found) < MOST else ()
    rows = (*menu.grid(buttons, 1), *((more,) if more else ()), *back(news.id))
    return Reply(text=(*before, T("writing.buttons", most=MOST)), buttons=rows, replaces=True)


def _more(news: News) -> Iterator[Button]:
    yield Button(T("writing.to_offer"), AskPart(news=news.id, part="offer"))
    yield Button(T("writing.to_survey"), PickSurvey(news=news.id, at=0))
    yield Button(T("writing.to_link"), AskPart(news=news.id, part="link"))


def told(button: NewsButton, context: Context) -> Iterator[Text | Verbatim]:
    """What one leads to, and what stands on it."""
    yield named(replace(button, labels={}), context)
    if button.kind is Leads.LINK:
        yield T("writing.leads_to", address=Fixed(button.target))
    for language, label in button.labels.items():
        named_in = LanguageName(language)
        yield T("writing.label_is", language=named_in, words=Verbatim(label, language))
