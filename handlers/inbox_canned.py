"""Canned answers (Textbausteine): chosen, looked at in the asker's language, and then sent."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import inbox_buttons as do
from handlers import inbox_writing, relaying
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.inbox_finding import found, gone
from handlers.paging import paged
from handlers.rights import needs
from models import canned
from models.canned import Canned
from models.role import ANSWERING
from models.text import LanguageName, T, Text, Verbatim
from models.thread import Thread
from models.turn import Button, Reply


@needs(*ANSWERING)
def listed(action: do.ListCanned, context: Context) -> Reply:
    """Those about the thread's topic first, by their titles in her language."""
    one = _hers(action.thread, context)
    if one is None:
        return gone()
    those = canned.everything(context.session, one.topic)
    buttons = [Button(_title(x, context), do.ShowCanned(thread=one.id, canned=x.id)) for x in those]
    rows = paged(buttons, action.at, lambda at: do.ListCanned(thread=one.id, at=at))
    text = T("inbox.which_canned") if those else T("inbox.no_canned")
    back = Button(T("inbox.write"), do.WriteTo(thread=one.id))
    return Reply(text=(text,), buttons=(*rows, (back,)), replaces=True)


@needs(*ANSWERING)
def shown(action: do.ShowCanned, context: Context) -> Reply:
    """As the asker would read it, and as she reads it herself."""
    one, chosen = _hers(action.thread, context), canned.find(context.session, action.canned)
    if one is None or chosen is None:
        return gone()
    send = Button(T("inbox.send"), do.SendCanned(thread=one.id, canned=chosen.id))
    back = Button(T("survey.back"), do.ListCanned(thread=one.id, at=0))
    return Reply(text=tuple(_preview(chosen, one, context)), buttons=((send, back),), replaces=True)


@needs(*ANSWERING)
def sent(action: do.SendCanned, context: Context) -> Reply:
    """It goes out in the asker's language, as what she writes herself does."""
    one, chosen = _hers(action.thread, context), canned.find(context.session, action.canned)
    if one is None or chosen is None:
        return gone()
    language = chosen.language_for(one.language)
    return inbox_writing.sent(one.id, chosen.texts[language].text, context, language)


def _preview(chosen: Canned, one: Thread, context: Context) -> Iterator[Text | Verbatim]:
    language = chosen.language_for(one.language)
    yield T("inbox.goes_out", person=relaying.called(one), language=LanguageName(language))
    yield Verbatim(chosen.texts[language].text, language)
    if language != one.language:
        yield T("inbox.not_in", language=LanguageName(one.language))
    own = chosen.language_for(context.language)
    if own != language:
        yield T("inbox.means")
        yield Verbatim(chosen.texts[own].text, own)


def _title(one: Canned, context: Context) -> Verbatim:
    language = one.language_for(context.language)
    return Verbatim(one.texts[language].title, language)


def _hers(id: int, context: Context) -> Thread | None:
    one = found(id, context)
    return one if one and one.is_open and one.account_id == context.account_id else None


COMMANDS: Commands = {}
ACTIONS: Actions = {do.ListCanned: listed, do.ShowCanned: shown, do.SendCanned: sent}
