"""/mydata (Meine Daten): everything stored about the person who asks (Art. 15 and 20 GDPR)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from handlers import menu, subscription_words, wishing
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.filters import described
from handlers.survey_modes import who
from models import account_data, draft_file, person_data, subscription, thread_data
from models.subscription import Subscription
from models.text import Fixed, LanguageName, T, Text
from models.turn import File, Reply
from surveys.media.checking import named

NAME = "lotse-mydata.json"


def shown(argument: str, context: Context) -> Reply:
    """As a readable message and as a JSON file."""
    stored = person_data.everything(context.session, context.person, context.vault) | _account(
        context
    )
    content = json.dumps(stored, ensure_ascii=False, indent=2).encode()
    return Reply(
        text=(T("mydata.title"), *_lines(context), T("mydata.no_questions")),
        files=(File(NAME, "application/json", content), *_sent(context)),
        buttons=((menu.button("delete"), menu.button("privacy")), *_more(context)),
    )


def _more(context: Context) -> menu.Rows:
    me = ((menu.button("me"),),) if context.account else ()
    news = ((menu.button("subscribe"),),) if _news(context) else ()
    return (*wishing.back(context), *news, *me)


def _news(context: Context) -> Subscription | None:
    return subscription.of(context.session, context.person)


def _threads(context: Context) -> Iterator[Text]:
    """Her conversations with counsellors; what was said stands in the file."""
    for one in thread_data.hers(context.session, context.person.id):
        day = one.created.astimezone(context.now.tzinfo).date()
        yield T("mydata.thread", number=Fixed(str(one.id)), day=day)


def _account(context: Context) -> dict[str, Any]:
    if context.account is None:
        return {}
    return {"account": account_data.everything(context.session, context.account.id)}


def _sent(context: Context) -> Iterator[File]:
    """The files in interviews that she has not finished."""
    for id, file in draft_file.everything(context.session, context.vault, who(context)):
        yield File(named(id, file.media_type), file.media_type, file.content)


def _lines(context: Context) -> tuple[Text, ...]:
    person = context.person
    language = LanguageName(context.language)
    return (
        T("mydata.address", channel=T(f"channel.{person.channel}")),
        T("mydata.language", language=language),
        T("mydata.filters", filters=described(person.filters)),
        T("mydata.last_seen", day=person.last_seen),
        T("mydata.quiet") if person.quiet else T("mydata.not_quiet"),
        *wishing.mine(context),
        *subscription_words.stored(_news(context), context),
        *_threads(context),
        *((T("mydata.account"),) if context.account else ()),
    )


COMMANDS: Commands = {"mydata": shown, "meinedaten": shown}
ACTIONS: Actions = {}
