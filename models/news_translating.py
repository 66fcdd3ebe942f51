"""Versions of news that a machine makes of the German one, for `bot.translating`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import news, news_text
from models.news_changes import WRITING, NewsChanged, change, fit
from models.news_text import GERMAN, LONGEST_ALT, LONGEST_TITLE, NewsText
from models.roles import Deed

ELLIPSIS = "…"


def words(session: Session, id: int) -> tuple[str, str, str] | None:
    """What is to be translated: title, text and what the picture shows. None: nothing any more."""
    found = news.find(session, id)
    german = news_text.of(session, id).get(GERMAN)
    if found is None or found.state not in WRITING or german is None:
        return None
    return german.title, german.body, german.alt


def keep(
    session: Session, id: int, language: str, made: tuple[str, str, str], now: datetime
) -> bool:
    """The machine's words for what `words` gave, to be read over. False: they are not taken, since
    somebody wrote that version meanwhile, it is no draft any more, or they are too long.
    """
    found, texts = news.find(session, id), news_text.of(session, id)
    before, german = texts.get(language), texts.get(GERMAN)
    if found is None or german is None or _is_somebodys(before, german):
        return False
    title, body, alt = made
    text = NewsText(language, _cut(title, LONGEST_TITLE), body.strip(), _cut(alt, LONGEST_ALT))
    try:
        fit(text)
        change(session, Deed(now), found, "news.translated", WRITING)
    except (ValueError, NewsChanged):
        return False
    by_machine = NewsText(*(text.language, text.title, text.body, text.alt), True, german.hash)
    news_text.keep(session, id, by_machine)
    return True


def _is_somebodys(before: NewsText | None, german: NewsText) -> bool:
    """Whether somebody wrote it from the German text as it is."""
    return before is not None and not before.machine and before.source_hash == german.hash


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}{ELLIPSIS}"
