"""A piece of news as a reader of a language gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from analysis.news.recurrence import moved_along
from models import event_words, news_button, news_picture, news_text
from models.medium import Medium
from models.news import Event, News
from models.news_actions import PressNews, StopNews
from models.news_button import Leads, NewsButton
from models.news_links import PATH, Click
from models.news_text import NewsText
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Link, Reply

PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Whole:
    """A piece of news with all that a message of it needs. `issue` 0: a preview or a test."""

    news: News
    texts: Mapping[str, NewsText]
    picture: str
    buttons: Mapping[int, NewsButton]
    issue: int = 0
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it: her language, her channel, and where addresses are counted ("" nowhere), with
    the installation's `secret` that signs them.
    """

    language: str
    channel: str = ""
    public_url: str = field(default="")
    secret: str = field(default="", repr=False)


def whole(session: Session, news: News, issue: int = 0, due: datetime | None = None) -> Whole:
    """All of it, for the sending `issue` that is `due` at this wall time of the town (naive)."""
    parts = (news_text.of(session, news.id), news_picture.of(session, news.id))
    buttons = news_button.of(session, news.id)
    return Whole(news, *parts, buttons, issue, event_of(news, due))


def event_of(news: News, due: datetime | None) -> Event | None:
    """When it takes place, for the sending that is `due` at this wall time: each as long after its
    news as the first.
    """
    event, first = news.event, news.schedule.first
    if event is None or due is None or first is None:
        return event
    ends = None if event.ends is None else moved_along(event.ends, first, due)
    return replace(event, begins=moved_along(event.begins, first, due), ends=ends)


def reply(whole: Whole, reader: Reader) -> Reply | None:
    """The message. One whole version, in her language or another one, and then a line says so.
    None: there is none.
    """
    text = news_text.chosen(whole.texts, reader.language)
    if text is None:
        return None
    title = Verbatim(text.title, text.language, strong=True)
    said: tuple[Text | Verbatim, ...] = (
        title,
        *_notes(whole, text, reader.language),
        *paragraphs(text.body, text.language),
        *event_lines(whole.event, text),
    )
    buttons = (*_buttons(whole, text, reader), (stop(whole.issue),))
    return Reply(text=said, buttons=buttons, media=_media(whole, text))


def taken_back(whole: Whole, reader: Reader) -> Reply | None:
    """What stands where it was, once it is withdrawn. None: there was nothing."""
    text = news_text.chosen(whole.texts, reader.language)
    if text is None:
        return None
    return Reply(text=(T("news_told.taken_back", title=Verbatim(text.title, text.language)),))


def paragraphs(body: str, language: str) -> Iterator[Verbatim]:
    """A text in parts, as it was written with empty lines between."""
    yield from (Verbatim(one, language) for one in body.split(PARAGRAPH) if one.strip())


def stop(issue: int) -> Button:
    """The button that ends it all in one tap."""
    return Button(T("news_told.stop"), StopNews(issue=issue))


def event_lines(event: Event | None, text: NewsText) -> tuple[Text, ...]:
    """When and where it takes place, if it does."""
    return () if event is None else event_words.lines(event, text.language)


def _notes(whole: Whole, text: NewsText, language: str) -> Iterator[Text]:
    if text.language != language:
        yield T("news_told.only_in", language=LanguageName(text.language))
    if text.machine:
        yield T("news_told.by_machine")
    if whole.news.revision:
        yield T("news_told.corrected", day=whole.news.changed.date())


def _buttons(whole: Whole, text: NewsText, reader: Reader) -> Iterator[tuple[Button, ...]]:
    """Each in a row of its own, because labels of other languages are long."""
    for number, button in whole.buttons.items():
        words = label(button, text.language)
        yield (Button(words, _does(whole, number, button, reader)),)


def label(button: NewsButton, language: str) -> Text | Verbatim:
    """What stands on a button in `language`. Without that, what it leads to, in the reader's own:
    words of a third language would be mixed into the message.
    """
    words = button.labels.get(language)
    return Verbatim(words, language) if words else T(f"news_told.open_{button.kind}")


def _does(whole: Whole, number: int, button: NewsButton, reader: Reader) -> PressNews | Link:
    if button.kind is not Leads.LINK:
        return PressNews(news=whole.news.id, issue=whole.issue, button=number)
    if not (reader.public_url and reader.secret and whole.issue):
        return Link(button.target)
    click = Click(whole.issue, number, reader.language, reader.channel)
    return Link(f"{reader.public_url}{PATH}{click.token(reader.secret)}")


def _media(whole: Whole, text: NewsText) -> tuple[Medium, ...]:
    if not whole.picture:
        return ()
    alt = Verbatim(text.alt, text.language) if text.alt else T("news_told.picture")
    return (Medium("image", whole.picture, alt),)
