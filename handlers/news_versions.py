"""The versions of news in other languages, and what those get who have none."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_card import card
from handlers.news_drafts import deed, drafts
from handlers.news_machine import MachineVersion, can_be_made, making
from handlers.news_pages import AskPart, NewsVersion, NewsVersions, back
from handlers.news_writing import ask_title, keep
from models import news_changes, news_picture, news_text
from models.action import Action
from models.language import native_name
from models.news import Missing, News
from models.news_changes import Options
from models.news_text import NewsText
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply


class ReadVersion(Action, prefix="nwread"):
    """The machine's words in this language were read over and are good."""

    news: int
    language: str


class DropVersion(Action, prefix="nwnotongue"):
    """Not in this language; `sure` once she was asked."""

    news: int
    language: str
    sure: bool


class IfMissing(Action, prefix="nwmissing"):
    """What those get in whose language it is not there."""

    news: int
    missing: Missing


@drafts
def listed(action: NewsVersions, news: News, context: Context) -> Reply:
    """All languages, those marked that there are; and what others get."""
    texts = news_text.of(context.session, news.id)
    tongues = [
        Button(
            Verbatim(native_name(one), one),
            NewsVersion(news=news.id, language=one),
            chosen=one in texts,
        )
        for one in context.town.default_first
    ]
    others = [
        Button(T(f"writing.do_{one}"), IfMissing(news=news.id, missing=one), news.missing is one)
        for one in Missing
    ]
    rows = (*menu.grid(tongues, 3), *menu.grid(others, 1), *back(news.id))
    return Reply(text=(T("writing.tongues"), T("writing.others")), buttons=rows, replaces=True)


@drafts
def shown(action: NewsVersion, news: News, context: Context) -> Reply:
    """What it says there; or how it can be made."""
    text = news_text.of(context.session, news.id).get(action.language)
    if text is not None:
        return _page(text, news, context)
    if action.language not in context.town.languages:
        return listed(NewsVersions(news=news.id), context)
    if can_be_made(news, action.language, context):
        return making(news, action.language, context)
    return ask_title(news, action.language, context)


@drafts
def was_read(action: ReadVersion, news: News, context: Context) -> Reply:
    """Hers from now on."""
    text = news_text.of(context.session, news.id).get(action.language)
    if text is None:
        return listed(NewsVersions(news=news.id), context)
    return card(keep(text, news, context), context, T("writing.kept"))


@drafts
def dropped(action: DropVersion, news: News, context: Context) -> Reply:
    """Ask once. The last one stays."""
    texts = news_text.of(context.session, news.id)
    if action.language not in texts or len(texts) == 1:
        return listed(NewsVersions(news=news.id), context)
    if not action.sure:
        yes = Button(T("writing.drop_yes"), action.model_copy(update={"sure": True}))
        no = Button(T("survey.back"), NewsVersion(news=news.id, language=action.language))
        question = T("writing.drop_version", language=LanguageName(action.language))
        return Reply(text=(question,), buttons=((yes,), (no,)), replaces=True)
    news_changes.remove_text(context.session, deed(context), news, action.language)
    return listed(NewsVersions(news=news.id), context)


@drafts
def if_missing(action: IfMissing, news: News, context: Context) -> Reply:
    """Another version as a whole, or nothing."""
    options = Options(missing=action.missing)
    news_changes.set_options(context.session, deed(context), news, options)
    return listed(NewsVersions(news=news.id), context)


def _page(text: NewsText, news: News, context: Context) -> Reply:
    alt = (T("writing.alt", words=Verbatim(text.alt, text.language)),) if text.alt else ()
    said = (
        *_notes(text, news, context),
        Verbatim(text.title, text.language),
        Verbatim(text.body, text.language),
        *alt,
    )
    return Reply(text=said, buttons=tuple(_rows(text, news, context)), replaces=True)


def _notes(text: NewsText, news: News, context: Context) -> Iterator[Text]:
    name = LanguageName(text.language)
    yield T("writing.version", language=name)
    if text.machine:
        yield T("writing.machine_made", names=name)
    if text.language in news_text.outdated(news_text.of(context.session, news.id)):
        yield T("writing.outdated", names=name)


def _rows(text: NewsText, news: News, context: Context) -> menu.Rows:
    id, language = news.id, text.language
    parts = ("title", "text", *(("alt",) if news_picture.of(context.session, id) else ()))
    asked = [
        Button(T(f"writing.do_{part}"), AskPart(news=id, part=part, detail=language))
        for part in parts
    ]
    old = language in news_text.outdated(news_text.of(context.session, id))
    read = (Button(T("writing.do_read"), ReadVersion(news=id, language=language)),)
    again = (Button(T("writing.do_machine"), MachineVersion(news=id, language=language)),)
    drop = (
        Button(T("writing.drop_version_do"), DropVersion(news=id, language=language, sure=False)),
    )
    return (
        *menu.grid(asked),
        *((read,) if text.machine or old else ()),
        *((again,) if can_be_made(news, language, context) else ()),
        drop,
        (Button(T("survey.back"), NewsVersions(news=id)),),
    )


COMMANDS: Commands = {}
ACTIONS: Actions = {
    NewsVersions: listed,
    NewsVersion: shown,
    ReadVersion: was_read,
    DropVersion: dropped,
    IfMissing: if_missing,
}
