"""A weekly digest as its reader gets it: every piece of news in short, in one message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models import news_text
from models.news_actions import ReadNews
from models.news_reply import Reader, Whole, event_lines, stop
from models.news_text import NewsText
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply

SHORT = 300
"""Letters of a text; whoever wants more asks for it."""
SHORT_TITLE = 40
MORE = "…"


def digest(news: Sequence[Whole], reader: Reader) -> Reply | None:
    """All of it. None: nothing is left of it."""
    chosen = [(one, text) for one in news if (text := _text(one, reader))]
    if not chosen:
        return None
    lines: list[Text | Verbatim] = [T("news_told.week")]
    for one, text in chosen:
        lines += _item(one, text, reader.language)
    buttons = [(_read_on(one, text),) for one, text in chosen if _is_more(one, text)]
    return Reply(text=tuple(lines), buttons=(*buttons, (stop(0),)))


def cut(text: str, most: int) -> str:
    """The text itself, or its beginning up to the end of a word."""
    if len(text) <= most:
        return text
    beginning = text[: most - len(MORE)]
    whole = beginning.rpartition(" ")[0] or beginning
    return f"{whole.rstrip()}{MORE}"


def _text(news: Whole, reader: Reader) -> NewsText | None:
    return news_text.chosen(news.texts, reader.language)


def _item(news: Whole, text: NewsText, language: str) -> Iterator[Text | Verbatim]:
    yield Verbatim(text.title, text.language, strong=True)
    if text.language != language:
        yield T("news_told.only_in", language=LanguageName(text.language))
    if text.machine:
        yield T("news_told.by_machine")
    if text.body.strip():
        yield Verbatim(cut(text.body, SHORT), text.language)
    yield from event_lines(news.event, text)


def _is_more(news: Whole, text: NewsText) -> bool:
    """What the digest does not show: the rest of the text, a picture, buttons."""
    return len(text.body) > SHORT or bool(news.picture or news.buttons)


def _read_on(news: Whole, text: NewsText) -> Button:
    title = Verbatim(cut(text.title, SHORT_TITLE), text.language)
    return Button(
        T("news_told.read_on", title=title), ReadNews(news=news.news.id, issue=news.issue)
    )
