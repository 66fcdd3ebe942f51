"""A piece of news as the templates draw it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from models import customs, event_words, news_reply
from models.language import direction
from models.news import Event
from models.news_links import PATH, Click
from models.public_events import Coming
from models.public_news import Key, PublicNews
from models.text import LanguageName, T, Verbatim
from web.newspaper import Newspaper

ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'])")
CHANNEL = "web"


def shown(one: PublicNews, language: str, paper: Newspaper) -> Mapping[str, Any]:
    """Its words keep their own language and direction; what is said about it is the reader's."""
    text = one.text
    paragraphs = [part.text for part in news_reply.paragraphs(text.body, text.language)]
    return {
        "id": one.news.id,
        "lang": text.language,
        "dir": direction(text.language),
        "title": text.title,
        "paragraphs": [_linked(part) for part in paragraphs],
        "is_long": len(paragraphs) > 1,
        "notes": _notes(one, language, paper),
        "urgent": one.news.urgent,
        "day": _day(one.published, language, paper),
        "picture": _picture(one, language, paper),
    }


def event(event: Event, language: str, paper: Newspaper) -> Mapping[str, str]:
    """When and where."""
    return {
        "when": paper.say(event_words.when(event), language),
        "begins": event.begins.isoformat(timespec="minutes"),
        "place": event.place,
    }


def coming(one: Coming, language: str, paper: Newspaper) -> Mapping[str, Any]:
    """A line of the events to come."""
    text = one.news.text
    spoken = {"lang": text.language, "dir": direction(text.language), "title": text.title}
    return {"id": one.news.news.id, **spoken, **event(one.event, language, paper)}


def key(key: Key, one: PublicNews, language: str, paper: Newspaper) -> Mapping[str, str]:
    """A button as a link: an address of somebody else goes the way that counts."""
    label = news_reply.label(key.button, one.text.language)
    href = f"/?lang={language}&start={key.payload}"
    if not key.payload:
        click = Click(one.issue, key.number, language, CHANNEL)
        href = f"{PATH}{click.token(paper.secret)}"
    spoken = label.language if isinstance(label, Verbatim) else language
    return {"label": paper.say(label, language), "href": href, "lang": spoken}


def _picture(one: PublicNews, language: str, paper: Newspaper) -> Mapping[str, str] | None:
    """What it shows is said in its own language, or only that there is one."""
    if one.picture is None:
        return None
    own = Verbatim(one.text.alt, one.text.language)
    alt = paper.say(own if own.text else T("news_told.picture"), language)
    spoken = own.language if own.text else language
    return {"src": f"/media/{one.picture.hash}", "alt": alt, "lang": spoken}


def _notes(one: PublicNews, language: str, paper: Newspaper) -> list[str]:
    text, notes = one.text, []
    if text.language != language:
        name = LanguageName(text.language)
        notes.append(paper.say(T("news_told.only_in", language=name), language))
    if text.machine:
        notes.append(paper.say(T("news_told.by_machine"), language))
    if one.news.revision:
        changed = one.news.changed.astimezone(paper.zone).date()
        notes.append(paper.say(T("news_told.corrected", day=changed), language))
    return notes


def _day(moment: datetime, language: str, paper: Newspaper) -> Mapping[str, str]:
    day: date = moment.astimezone(paper.zone).date()
    return {"iso": day.isoformat(), "words": customs.day(day, language)}


def _linked(paragraph: str) -> list[str]:
    """Pieces, every second one an address."""
    return ADDRESS.split(paragraph)
