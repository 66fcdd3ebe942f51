"""What is known of an account, a line each: for herself and for those who look after roles."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import who
from handlers.context import Context
from models import absences, accounts, departments, groups, organizations, roles
from models.account import Account
from models.text import Listed, T, Text, Verbatim


def lines(account: Account, context: Context) -> Iterator[Text]:
    """Roles, place, deputy, absences to come, channels."""
    held = roles.held(context.session, account.id)
    yield T("who.roles", roles=who.roles(held, context)) if held else T("who.no_role")
    yield from _place(account, context)
    called = who.account_called(account.deputy_id, context)
    yield T("who.deputy", deputy=called) if account.deputy_id else T("who.no_deputy")
    for one in absences.of(context.session, account.id, context.today):
        yield T("who.away", start=one.first, end=one.last)
    ways = tuple(T(f"channel.{x.channel}") for x in accounts.channels(context.session, account.id))
    yield T("who.channels", channels=Listed(ways)) if ways else T("who.no_channel")


def _place(account: Account, context: Context) -> Iterator[Text]:
    """Where she works and meets."""
    if name := organizations.name_of(context.session, account.organization_id):
        yield T("who.organization", organization=Verbatim(name, "de"))
    if department := departments.find(context.session, account.department_id):
        yield T("who.department", department=Verbatim(department.name, "de"))
    if those := groups.of(context.session, account.id):
        names = tuple(Verbatim(group.name, "de") for group in those)
        yield T("who.groups", groups=Listed(names))
