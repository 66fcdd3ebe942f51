"""What a counsellor counsels about, in which languages, and until when she is not available."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from analysis.hours.reckoning import next_opening
from handlers import absence, menu
from handlers import inbox_words as say
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.inbox_buttons import Away, Counsel, CounselAbout, CounselIn, NotAvailable
from handlers.inbox_finding import her
from handlers.rights import needs
from models import counselling
from models.counselling import Counsellor
from models.offer import FieldOfAction
from models.role import ANSWERING
from models.text import LanguageName, Listed, T, Text
from models.turn import Button, Reply

SPANS: tuple[Away, ...] = ("hour", "today", "tomorrow")


@needs(*ANSWERING)
def shown(action: Counsel, context: Context) -> Reply:
    """How it is now, with a button for each change."""
    return _card(_now(context), context)


@needs(*ANSWERING)
def about(action: CounselAbout, context: Context) -> Reply:
    """A field of action more or less; "" is all of them."""
    now = her(context)
    field = next((one for one in context.catalogue.fields if one.code == action.field), None)
    topics = _toggled(now.topics, field) if field else frozenset()
    counselling.choose_topics(context.session, now.id, topics)
    return _card(_now(context), context)


@needs(*ANSWERING)
def spoken(action: CounselIn, context: Context) -> Reply:
    """A language more or less; "" is whichever."""
    now = her(context)
    known = frozenset({action.language}).intersection(context.town.languages)
    languages = now.languages ^ known if known else frozenset()
    counselling.choose_languages(context.session, now.id, languages)
    return _card(_now(context), context)


@needs(*ANSWERING)
def away(action: NotAvailable, context: Context) -> Reply:
    """Not available for so long, or again."""
    counselling.be_away(context.session, context.account_id, _until(action.long, context))
    return _card(_now(context), context)


def _now(context: Context) -> Counsellor:
    """As she is after the change."""
    return counselling.find(context.session, context.account_id) or her(context)


def _card(one: Counsellor, context: Context) -> Reply:
    rows = (*_fields(one, context), *_languages(one, context), *_times(one, context))
    closing = (menu.button("inbox"), menu.button("me"))
    return Reply(text=tuple(_lines(one, context)), buttons=(*rows, closing), replaces=True)


def _lines(one: Counsellor, context: Context) -> Iterator[Text]:
    if one.is_available(context.now) or one.until is None:
        yield T("inbox.available")
    else:
        yield T("inbox.not_available", until=say.at(one.until, context))
    names = [say.topic(field.code, context) for field in _hers(one, context)]
    yield T("inbox.topics", topics=Listed(tuple(names)) if names else T("inbox.every_topic"))
    spoken = [LanguageName(code) for code in context.town.languages if code in one.languages]
    every = T("inbox.every_language")
    yield T("inbox.languages", languages=Listed(tuple(spoken)) if spoken else every)


def _hers(one: Counsellor, context: Context) -> list[FieldOfAction]:
    """Fields of which she answers a topic, when she chose any."""
    return [field for field in context.catalogue.fields if one.topics & _codes(field)]


def _fields(one: Counsellor, context: Context) -> menu.Rows:
    chosen = {field.code for field in _hers(one, context)}
    buttons = [
        Button(
            _ticked(say.topic(field.code, context), ticked=field.code in chosen),
            CounselAbout(field=field.code),
        )
        for field in context.catalogue.fields
    ]
    every = Button(_ticked(T("inbox.every_topic"), ticked=not one.topics), CounselAbout())
    return menu.grid([*buttons, every])


def _languages(one: Counsellor, context: Context) -> menu.Rows:
    buttons = [
        Button(
            _ticked(T("inbox.in", language=LanguageName(code)), ticked=code in one.languages),
            CounselIn(language=code),
        )
        for code in context.town.languages
    ]
    every = Button(_ticked(T("inbox.every_language"), ticked=not one.languages), CounselIn())
    return menu.grid([*buttons, every], 3)


def _times(one: Counsellor, context: Context) -> menu.Rows:
    if not one.is_available(context.now):
        return ((Button(T("inbox.back"), NotAvailable(long="back")),),)
    buttons = [Button(T(f"inbox.away.{long}"), NotAvailable(long=long)) for long in SPANS]
    return (tuple(buttons), (Button(T("absence.enter"), absence.Away()),))


def _ticked(label: object, *, ticked: bool) -> Text:
    return T("inbox.chosen", what=label) if ticked else T("inbox.not_chosen", what=label)


def _toggled(topics: frozenset[str], field: FieldOfAction) -> frozenset[str]:
    """With all topics of the field, and itself, or without them."""
    codes = _codes(field)
    return topics - codes if topics & codes else topics | codes


def _codes(field: FieldOfAction) -> frozenset[str]:
    return frozenset({field.code, *field.topics})


def _until(long: Away, context: Context) -> datetime | None:
    if long == "back":
        return None
    if long == "hour":
        return context.now + timedelta(hours=1)
    after = timedelta(days=1 if long == "today" else 2)
    midnight = datetime.combine(context.today + after, time(), context.now.tzinfo)
    return next_opening(context.town.office, midnight)


COMMANDS: Commands = {}
ACTIONS: Actions = {Counsel: shown, CounselAbout: about, CounselIn: spoken, NotAvailable: away}
