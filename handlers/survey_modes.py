"""In which way a survey is answered: by herself, asked by staff, in a group or in a workshop."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.survey_buttons import AskGroup, AskSomebody
from models.participation import Who
from models.survey import Survey
from models.text import T
from models.turn import Button

CHAT, WEB, INTERVIEWER, WORKSHOP = "chat", "web", "interviewer", "workshop"
GROUP = "group"
BY_STAFF = frozenset({INTERVIEWER, GROUP})
"""Several come from one person, who is not the one who answers."""


def mode_of(context: Context) -> str:
    """How she answers by herself: in her messenger, or in the web chat."""
    return WEB if context.person.channel == WEB else CHAT


def who(context: Context) -> Who:
    """She who takes part."""
    person = context.person
    return Who(person.id, person.channel, person.address, person.account_id)


def who_of(mode: str, context: Context) -> Who | None:
    """Whose participation is marked; nobody's where staff asks others."""
    return None if mode in BY_STAFF else who(context)


def closing(survey: Survey, mode: str) -> menu.Rows:
    """What comes after the end: the next person or group, where staff asks several in a row."""
    if mode not in BY_STAFF:
        return ()
    group = Button(T("survey.ask_group"), AskGroup(survey=survey.id))
    return ((Button(T("survey.next_person"), AskSomebody(survey=survey.id)),), (group,))
