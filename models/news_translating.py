"""Versions of news that a machine makes of the German one, for `bot.translating`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from models import news, news_text
from models.news_changes import WRITING, NewsChanged, Step, change, fit
from models.news_text import GERMAN, LONGEST_ALT, LONGEST_TITLE, NewsText
from models.roles import Deed

ELLIPSIS = "…"


def source(session: Session, id: int) -> NewsText | None:
    """The German version, to be translated part by part. None: nothing is to be any more."""
    found = news.find(session, id)
    if found is None or found.state not in WRITING:
        return None
    return news_text.of(session, id).get(GERMAN)


def keep(session: Session, id: int, made: NewsText, now: datetime) -> bool:
    """A machine's version, to be read over; `source_hash` is the hash of what it was made from.

    False: it is not taken, since somebody wrote that version meanwhile, it is no draft any more, or
    it is too long.
    """
    found, texts = news.find(session, id), news_text.of(session, id)
    german = texts.get(GERMAN)
    if found is None or german is None or _is_somebodys(texts.get(made.language), german):
        return False
    title, alt = _cut(made.title, LONGEST_TITLE), _cut(made.alt, LONGEST_ALT)
    text = replace(made, title=title, body=made.body.strip(), alt=alt, machine=True)
    try:
        fit(text)
        change(session, Deed(now), found, Step("news.translated", WRITING))
    except (ValueError, NewsChanged):
        return False
    news_text.keep(session, id, text)
    return True


def _is_somebodys(before: NewsText | None, german: NewsText) -> bool:
    """Whether somebody wrote it from the German text as it is."""
    return before is not None and not before.machine and before.source_hash == german.hash


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}{ELLIPSIS}"
