"""Choosing a language: native names, the likely one first, a page at a time."""

from __future__ import annotations

from dataclasses import replace

from handlers import joining, menu, subscribing, surveys, welcome
from handlers.context import Context
from handlers.features import Actions, Commands
from models import accounts
from models import person as people
from models.action import Action
from models.dialogue import Starting
from models.language import guess, native_name
from models.text import T, Verbatim
from models.turn import Button, Reply

PAGE = 8


class ChooseLanguage(Action, prefix="lang"):
    """Speak this language with me."""

    code: str


class MoreLanguages(Action, prefix="langs"):
    """Another page of languages; `at` is the first one shown."""

    at: int


def pick(argument: str, context: Context) -> Reply:
    """/language, also with the language as its argument (`/language ar`)."""
    if code := guess(argument, context.town.languages):
        return _chosen(code, context)
    return page(0, context)


def page(at: int, context: Context) -> Reply:
    """The languages from number `at` on; the current or guessed one comes first."""
    ordered = _ordered(context)
    at = at if 0 <= at < len(ordered) else 0
    buttons = [_button(code, context) for code in ordered[at : at + PAGE]]
    rows = menu.grid(buttons)
    if len(ordered) > PAGE:
        following = at + PAGE if at + PAGE < len(ordered) else 0
        rows = (*rows, (Button(T("language.more"), MoreLanguages(at=following)),))
    return Reply(text=(T("language.choose"),), buttons=rows)


def turned(action: MoreLanguages, context: Context) -> Reply:
    """Another page, in the same message."""
    return replace(page(action.at, context), replaces=True)


def chosen(action: ChooseLanguage, context: Context) -> Reply:
    """She pressed a language."""
    if action.code not in context.town.languages:
        return page(0, context)
    return _chosen(action.code, context)


def _chosen(code: str, context: Context) -> Reply:
    first_time = not context.person.language
    waiting_for = context.person.dialogue
    people.choose_language(context.session, context.person, code)
    inside = replace(context, person=replace(context.person, language=code, dialogue=None))
    if first_time or isinstance(waiting_for, Starting):
        starting = waiting_for if isinstance(waiting_for, Starting) else Starting()
        return replace(_greeted(starting, inside), language=code)
    if inside.account is not None:
        accounts.change(context.session, inside.account.id, language=code)
    return Reply(text=(T("language.chosen"),), buttons=menu.main(), language=code)


def _greeted(starting: Starting, context: Context) -> Reply:
    if starting.invitation:
        return joining.accept(starting.invitation, context, *welcome.hello(context))
    if starting.survey:
        return surveys.arrived(starting.survey, context, *welcome.hello(context))
    if starting.news:
        reply = subscribing.shown("", context)
        return replace(reply, text=(*welcome.hello(context), *reply.text))
    return welcome.greet(starting, context)


def _ordered(context: Context) -> list[str]:
    languages = context.town.languages
    return sorted(languages, key=lambda code: code != context.language)


def _button(code: str, context: Context) -> Button:
    label = Verbatim(native_name(code), code)
    return Button(label, ChooseLanguage(code=code), chosen=code == context.person.language)


COMMANDS: Commands = {"language": pick, "sprache": pick}
ACTIONS: Actions = {ChooseLanguage: chosen, MoreLanguages: turned}
