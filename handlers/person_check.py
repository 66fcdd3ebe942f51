"""The question to a counsellor as it will go out, also to who comes back to it."""

from __future__ import annotations

from handlers import menu, person_buttons, person_words
from handlers.context import Context
from models import held_words
from models import person as people
from models.dialogue_handoff import Asking, Unsent
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply


def question(context: Context) -> Asking:
    """What she typed so far, also before she turned to something else."""
    at = context.person.dialogue
    if isinstance(at, Unsent):
        return at.question
    return at if isinstance(at, Asking) else Asking()


def unsent(context: Context) -> Reply | None:
    """The question that she typed and did not send."""
    at = question(context)
    return shown(at, context) if held_words.find(context.vault, at.said) else None


def shown(at: Asking, context: Context) -> Reply:
    """All that goes out, and nothing else does."""
    people.be_in(context.session, context.person, at)
    words = Verbatim(held_words.find(context.vault, at.said), at.language)
    send = Button(T("talk.send"), person_buttons.SendQuestion())
    change = [
        Button(T(f"talk.change_{what}"), person_buttons.ChangeQuestion(what=what))
        for what in person_buttons.PARTS
    ]
    rows = ((send,), *menu.grid(change), (menu.button("cancel"),))
    return Reply(text=(T("talk.check"), words), after=_facts(at, context), buttons=rows)


def _facts(at: Asking, context: Context) -> tuple[Text, ...]:
    topic = person_words.topic(at.topic, context)
    place = Verbatim(at.district, "de") if at.district else T("talk.no_district")
    return (
        T("talk.about", topic=topic),
        T("talk.in", language=LanguageName(at.language)),
        T("talk.from", district=place),
    )
