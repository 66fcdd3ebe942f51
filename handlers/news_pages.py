"""The buttons of the pages on which news are written."""

from __future__ import annotations

from typing import Literal

from handlers import menu
from models.action import Action
from models.text import T
from models.turn import Button, Reply

Part = Literal["title", "text", "alt", "place", "event", "link", "label", "offer", "when", "until"]
"""What is typed. "offer" are words to look for one by, "label" is what stands on a button."""
By = Literal["role", "group", "department", "organization", "language", "district", "topic"]


class ListNews(Action, prefix="nwall"):
    """The news in one state ("" for all), from number `at` on."""

    state: str = ""
    at: int = 0


class ShowNews(Action, prefix="nw"):
    """How this piece of news stands."""

    news: int


class WriteNews(Action, prefix="nwnew"):
    """A new piece of news."""


class AskPart(Action, prefix="nwask"):
    """Type this part of it; `detail` is which one, a language or a button's number."""

    news: int
    part: Part
    detail: str = ""


class NewsVersions(Action, prefix="nwtongues"):
    """The languages that it is there in."""

    news: int


class NewsVersion(Action, prefix="nwtongue"):
    """Its words in one language."""

    news: int
    language: str


class NewsPicture(Action, prefix="nwpicture"):
    """Its picture."""

    news: int


class NewsEvent(Action, prefix="nwevent"):
    """When and where it takes place."""

    news: int


class NewsButtons(Action, prefix="nwbuttons"):
    """What the buttons under it lead to."""

    news: int


class NewsButtonPage(Action, prefix="nwbutton"):
    """One of its buttons."""

    news: int
    number: int


class NewsAudience(Action, prefix="nwfor"):
    """Whom it is for, and what that can be limited to, from number `at` on."""

    news: int
    by: By
    at: int


class SeeNews(Action, prefix="nwsee"):
    """It as it will look in this language; "" for the writer's."""

    news: int
    language: str = ""


class ReckonNews(Action, prefix="nwreckon"):
    """How many get it, where and in which language, and how long that takes."""

    news: int


class TestNews(Action, prefix="nwtest"):
    """To me alone, in all its languages."""

    news: int


class NewsTime(Action, prefix="nwwhen"):
    """When it is sent, and how often."""

    news: int


class SendNews(Action, prefix="nwsend"):
    """To all whom it is for, or to whoever releases it; `sure` once she was asked."""

    news: int
    sure: bool


class DropNews(Action, prefix="nwdrop"):
    """Away with the draft; `sure` once she was asked."""

    news: int
    sure: bool


def back(news: int) -> menu.Rows:
    """To the card."""
    return ((Button(T("writing.card"), ShowNews(news=news)),),)


def gone() -> Reply:
    """Somebody deleted it."""
    return Reply(text=(T("writing.gone"),), buttons=((menu.button("news"),),))
