"""One account, several channels: a short code from one is typed in the other."""

from __future__ import annotations

from handlers import dialogues, mail_linking, menu, unlinking, who
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from models import accounts, audit, link_codes
from models import person as people
from models.dialogue import Linking
from models.text import Fixed, T
from models.turn import Reply

MINUTES = int(link_codes.VALID.total_seconds()) // 60


def link(argument: str, context: Context) -> Reply:
    """/link makes a code for who has a task; /link CODE, or the code alone, uses it up; /link with
    an e-mail address links that.
    """
    if context.person.is_group:
        return Reply(text=(T("join.group"),), buttons=menu.main())
    if context.roles and "@" in argument:
        return mail_linking.asked(argument, context)
    if argument.strip():
        return _redeemed(argument, context)
    if context.roles:
        return _made(context)
    people.be_in(context.session, context.person, Linking())
    return dialogues.asking(T("link.ask"))


def typed(text: str, context: Context) -> Reply:
    """She typed the code, or something else."""
    if not link_codes.looks_like_one(text):
        return dialogues.aside(text, context, T("link.ask"))
    return _redeemed(text, context)


def _made(context: Context) -> Reply:
    code = link_codes.make(context.session, context.rng, context.account_id, context.now)
    half = len(code) // 2
    shown = Fixed(f"{code[:half]}-{code[half:]}")
    text = (T("link.code", code=shown), T("link.how", code=shown, minutes=MINUTES))
    rows = unlinking.offered(context)
    more = (T("unlink.enter"),) if rows else ()
    return Reply(
        text=(*text, *mail_linking.how(context), *more), buttons=(*rows, (menu.button("me"),))
    )


def _redeemed(typed: str, context: Context) -> Reply:
    if context.account is not None:
        return Reply(text=(T("link.already"),), buttons=((menu.button("me"),),))
    account = link_codes.redeem(context.session, typed, context.now)
    if account is None:
        people.be_in(context.session, context.person, Linking())
        return dialogues.asking(T("link.wrong", minutes=MINUTES), T("link.ask"))
    people.be_in(context.session, context.person, None)
    accounts.link(context.session, context.person.id, account)
    what = ("person", context.person.id)
    audit.record(context.session, context.now, account, "account.linked", what)
    text = T("link.done", name=who.account_called(account, context))
    return Reply(text=(text,), buttons=((menu.button("me"), menu.button("help")),))


COMMANDS: Commands = {"link": link, "verbinden": link}
ACTIONS: Actions = {}
DIALOGUES: Dialogues = {Linking: typed}
