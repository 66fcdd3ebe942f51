"""/mydata (Meine Daten): everything stored about the person who asks (Art. 15 and 20 GDPR)."""

from __future__ import annotations

import json

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.filters import described
from models import person as people
from models.text import LanguageName, T, Text
from models.turn import File, Reply

NAME = "lotse-mydata.json"


def shown(argument: str, context: Context) -> Reply:
    """As a readable message and as a JSON file."""
    stored = people.everything(context.session, context.person)
    content = json.dumps(stored, ensure_ascii=False, indent=2).encode()
    return Reply(
        text=(T("mydata.title"), *_lines(context), T("mydata.no_questions")),
        files=(File(NAME, "application/json", content),),
        buttons=((menu.button("delete"), menu.button("privacy")),),
    )


def _lines(context: Context) -> tuple[Text, ...]:
    person = context.person
    language = LanguageName(context.language)
    return (
        T("mydata.address", channel=T(f"channel.{person.channel}")),
        T("mydata.language", language=language),
        T("mydata.filters", filters=described(person.filters)),
        T("mydata.last_seen", day=person.last_seen),
        T("mydata.quiet") if person.quiet else T("mydata.not_quiet"),
    )


COMMANDS: Commands = {"mydata": shown, "meinedaten": shown}
ACTIONS: Actions = {}
