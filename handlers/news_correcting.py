"""What is wrong with news that are out already: other words, another time or place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from analysis.times import appointment
from handlers import dialogues, menu, who
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.news_course_pages import CorrectionGoes, CorrectNews, CorrectPart
from handlers.news_pages import ShowNews
from handlers.news_progress import has_begun
from handlers.news_seen import again, deed, gone, kindly, seen, title
from handlers.news_telling import those_with, told
from handlers.rights import needs
from models import news as all_news
from models import news_course, news_text
from models import person as people
from models.dialogue_news import NewsCorrecting
from models.news import Event, News
from models.news_changes import NewsChanged, fit
from models.news_reply import event_lines
from models.news_text import GERMAN, NewsText
from models.role import TELLING
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply, Unasked

OF_EVENT = ("when", "place")
LONGEST_PLACE = 300


@needs(*TELLING)
def shown(action: CorrectNews, context: Context) -> Reply:
    """What of it?"""
    found = all_news.find(context.session, action.news)
    if found is None:
        return gone()
    back = Button(T("newsrun.no"), ShowNews(news=found.id))
    rows = (*menu.grid(list(_parts(found, context))), (back,))
    text = (title(found, context), T("newsrun.what_wrong"))
    return Reply(text=text, buttons=rows, replaces=True)


@needs(*TELLING)
@kindly
def asked(action: CorrectPart, context: Context) -> Reply:
    """What is right? Below what it says now."""
    found = _out(seen(action, context), context)
    waiting = NewsCorrecting(**action.model_dump())
    now = tuple(_now(found, waiting, context))
    if not now:
        raise NewsChanged
    people.be_in(context.session, context.person, waiting)
    question = T(f"newsrun.right_{action.part}")
    return replace(dialogues.asking(question), text=(T("newsrun.says_now"), *now, question))


@needs(*TELLING)
@kindly
def typed(text: str, context: Context) -> Reply:
    """As it will say; a yes lets it go."""
    waiting = context.person.dialogue
    if not isinstance(waiting, NewsCorrecting):
        return dialogues.aside(text, context, T("newsrun.what_wrong"))
    found, words = seen(waiting, context), text.strip()
    waiting = waiting.model_copy(update={"words": words})
    said = _corrected(found, waiting, context)
    if said is None:
        question = T(f"newsrun.right_{waiting.part}")
        return dialogues.asking(T("newsrun.not_right"), question)
    people.be_in(context.session, context.person, waiting)
    yes = Button(T("newsrun.correct_goes"), CorrectionGoes(news=found.id, version=found.version))
    no = Button(T("newsrun.no"), ShowNews(news=found.id))
    return Reply(text=(*_shown(said), T("newsrun.correct_sure")), buttons=((yes,), (no,)))


@needs(*TELLING)
@kindly
def goes(action: CorrectionGoes, context: Context) -> Reply:
    """It takes the place of what was sent wherever it can, and all others get it like this."""
    found, waiting = _out(seen(action, context), context), context.person.dialogue
    if not isinstance(waiting, NewsCorrecting) or waiting.news != found.id:
        raise NewsChanged
    said = _corrected(found, waiting, context)
    if said is None:
        raise NewsChanged
    words = isinstance(said, NewsText)
    correct = partial(news_course.correct if words else news_course.correct_event, context.session)
    corrected = correct(deed(context), found, said)
    after = (T("newsrun.corrected"), *_others(found, waiting, context))
    return again(found.id, context, *after, others=_told(corrected, context))


def _out(found: News, context: Context) -> News:
    """What nobody has got yet is no correction but another text, which has to be released."""
    if not has_begun(found, context):
        raise NewsChanged
    return found


def _told(news: News, context: Context) -> tuple[Unasked, ...]:
    """A mistake is mended at once; where a second person has to release, others hear of it."""
    if not (news.urgent or context.town.news_approval):
        return ()
    by = who.account_called(context.account_id, context)
    text = T("newsrun.corrected_told", title=title(news, context), name=by)
    look = ((Button(T("newsrun.look"), ShowNews(news=news.id)),),)
    holders = those_with(context, *TELLING)
    return told(holders, news, "corrected", Reply(text=(text,), buttons=look), context)


def _parts(found: News, context: Context) -> Iterator[Button]:
    about = {"news": found.id, "version": found.version}
    for language in news_text.of(context.session, found.id):
        named = LanguageName(language)
        words = CorrectPart(**about, part="title", language=language)
        yield Button(T("newsrun.wrong_title", language=named), words)
        words = CorrectPart(**about, part="body", language=language)
        yield Button(T("newsrun.wrong_body", language=named), words)
    if found.event:
        yield Button(T("newsrun.wrong_when"), CorrectPart(**about, part="when"))
        yield Button(T("newsrun.wrong_place"), CorrectPart(**about, part="place"))


def _now(found: News, waiting: NewsCorrecting, context: Context) -> Iterator[Text | Verbatim]:
    text = news_text.of(context.session, found.id).get(waiting.language)
    if waiting.part in OF_EVENT and found.event:
        yield from event_lines(found.event, NewsText(GERMAN, "", ""))
    elif text is not None:
        yield Verbatim(text.title if waiting.part == "title" else text.body, text.language)


def _corrected(found: News, waiting: NewsCorrecting, context: Context) -> NewsText | Event | None:
    """What it will say; None: what was typed does not fit."""
    if waiting.part in OF_EVENT:
        return _event(found, waiting, context)
    texts = news_text.of(context.session, found.id)
    text = texts.get(waiting.language)
    if text is None or not waiting.words:
        return None
    source = texts[GERMAN].hash if GERMAN in texts and text.language != GERMAN else ""
    said = replace(text, **{waiting.part: waiting.words}, machine=False, source_hash=source)
    try:
        fit(said)
    except ValueError:
        return None
    return said


def _event(found: News, waiting: NewsCorrecting, context: Context) -> Event | None:
    if found.event is None:
        return None
    if waiting.part == "place":
        place = " ".join(waiting.words.split())
        return replace(found.event, place=place) if 0 < len(place) <= LONGEST_PLACE else None
    when = appointment(waiting.words, context.today)
    return replace(found.event, begins=when.begin, ends=when.end) if when else None


def _shown(said: NewsText | Event) -> tuple[Text | Verbatim, ...]:
    if isinstance(said, Event):
        return tuple(event_lines(said, NewsText(GERMAN, "", "")))
    return (Verbatim(said.title, said.language), Verbatim(said.body, said.language))


def _others(found: News, waiting: NewsCorrecting, context: Context) -> tuple[Text, ...]:
    """Versions in other languages still say what the German one said before."""
    others = len(news_text.of(context.session, found.id)) > 1
    return (T("newsrun.others_too"),) if others and waiting.language == GERMAN else ()


COMMANDS: Commands = {}
ACTIONS: Actions = {CorrectNews: shown, CorrectPart: asked, CorrectionGoes: goes}
DIALOGUES: Dialogues = {NewsCorrecting: typed}
