"""What accounts and roles are called."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Context
from models import account as accounts
from models import organizations
from models.account import Account
from models.role import Role
from models.roles import Grant
from models.text import LanguageName, Listed, T, Text, Verbatim


def called(account: Account) -> Verbatim | Text:
    """The name of her post, or a number when nobody gave one."""
    return Verbatim(account.name, "de") if account.name else T("who.unnamed", number=account.id)


def account_called(id: int | None, context: Context) -> Verbatim | Text:
    """The same by id."""
    found = None if id is None else accounts.find(context.session, id)
    return T("who.nobody") if found is None else called(found)


def role(role: Role) -> Text:
    """A role in words."""
    return T(f"role.{role}")


def roles(grants: Iterable[Grant], context: Context) -> Listed:
    """Roles with their limits."""
    return Listed(tuple(granted(grant, context) for grant in grants))


def granted(grant: Grant, context: Context) -> Text:
    """A role with its limits: "Beratung (nur Arabisch)"."""
    parts: list[LanguageName | Verbatim] = []
    if grant.language:
        parts.append(LanguageName(grant.language))
    if name := organizations.name_of(context.session, grant.organization_id):
        parts.append(Verbatim(name, "de"))
    if not parts:
        return role(grant.role)
    return T("role.limited", role=role(grant.role), limits=Listed(tuple(parts)))
