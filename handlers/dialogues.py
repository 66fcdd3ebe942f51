"""When words are awaited: leaving is always possible, and other questions are answered too."""

from __future__ import annotations

from dataclasses import replace

from handlers import ask, finding, menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.dialogue_handoff import Asking, AskingLotse, Unsent
from models.dialogue_states import is_free
from models.text import T, Text
from models.turn import Reply

QUESTION_MARKS = ("?", "؟", "？")


def cancelled(argument: str, context: Context) -> Reply:
    """/cancel: whatever was awaited is no longer."""
    waiting = context.person.dialogue
    nothing = is_free(waiting) and not isinstance(waiting, AskingLotse)
    if isinstance(waiting, Asking | Unsent):
        people.be_in(context.session, context.person, None)
    text = T("dialogue.nothing") if nothing else T("dialogue.left")
    return Reply(text=(text,), buttons=menu.main())


def asking(*text: Text, buttons: menu.Rows = ()) -> Reply:
    """A question that is answered by typing, with the button that leaves it."""
    return Reply(text=text, buttons=(*buttons, (menu.button("cancel"),)))


def is_question(text: str, context: Context) -> bool:
    """Whether she asks something instead of answering; an emergency always counts."""
    asked = text.rstrip().endswith(QUESTION_MARKS)
    return asked or bool(context.catalogue.emergencies.detect(text))


def aside(text: str, context: Context, question: Text) -> Reply:
    """Words that are not what was awaited: answered when they ask something, and then, or else,
    the question stands. `question` says what is awaited, with an example.
    """
    if is_question(text, context) or finding.finds(text, context):
        reply = ask.asked(text, context)
        rows = (*reply.buttons, (menu.button("cancel"),))
        return replace(reply, after=(*reply.after, question), buttons=rows)
    return asking(T("dialogue.not_understood"), question)


COMMANDS: Commands = {"cancel": cancelled, "abbrechen": cancelled}
ACTIONS: Actions = {}
