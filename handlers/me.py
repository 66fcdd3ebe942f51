"""/me: what somebody is to Lotse, and everything about it that she can change herself."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import absence, menu, my_hour, naming, profile, roles_back, who
from handlers.context import Context
from handlers.features import Actions, Commands
from models.account import Account
from models.role import KEEPING, LEADING, Role
from models.text import Fixed, T, Text
from models.turn import Button, Reply


def shown(argument: str, context: Context) -> Reply:
    """Name, roles, place, deputy, absences, channels and hour, with a button for each change."""
    account = context.account
    if account is None:
        rows = ((menu.button("link"), menu.button("mydata")),)
        return Reply(text=(T("me.nobody"),), buttons=rows)
    return Reply(text=tuple(_lines(account, context)), buttons=tuple(_rows(account)))


def _lines(account: Account, context: Context) -> Iterator[Text]:
    yield T("me.name", name=who.called(account))
    yield from profile.lines(account, context)
    if account.email:
        yield T("me.email", email=Fixed(account.email))
    yield my_hour.line(account.hour)


def _rows(account: Account) -> Iterator[tuple[Button, ...]]:
    if account.roles:
        yield (Button(T("absence.enter"), absence.Away()), menu.button("deputy"))
        yield (Button(T("hour.enter"), my_hour.ChooseHour()), menu.button("link"))
        yield (Button(T("naming.enter"), naming.Rename()), menu.button("language"))
        yield (menu.button("calendar"),)
    if account.roles.intersection(KEEPING):
        yield (menu.button("keep"),)
    if account.roles.intersection(LEADING):
        yield (menu.button("invite"), menu.button("people"))
    yield from ((roles_back.button(role),) for role in Role if role in account.roles)


COMMANDS: Commands = {"me": shown, "ich": shown}
ACTIONS: Actions = {}
