"""What somebody may do for the town's integration work."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Role(StrEnum):
    """Everyone is an asker (Ratsuchende) without any row; these are given by an invitation."""

    NETWORK = "network"  # Netzwerkmitglied
    OWNER = "owner"  # Maßnahmenverantwortliche
    COUNSELLOR = "counsellor"  # Beratung
    KEEPER = "keeper"  # pflegt Angebote
    EDITOR = "editor"  # Redaktion
    MANAGER = "manager"  # Integrationsmanagement
    ADMINISTRATOR = "administrator"


ANY = tuple(Role)
"""For what needs a task in the town's integration work, whichever it is."""

LEADING = (Role.MANAGER, Role.ADMINISTRATOR)
"""Who invites people and looks after their roles."""


ANSWERING = (Role.COUNSELLOR, *LEADING)
"""Who calls back people who asked for it."""

TELLING = (Role.EDITOR, *LEADING)
"""Who writes news, and releases those of others."""

KEEPING = (Role.KEEPER, *LEADING)
"""Who says whether offers are still right, and changes them."""


def may_decide(holder: Collection[Role], role: Role) -> bool:
    """Whether `holder` may give and take `role`: managers all but administrator."""
    if Role.ADMINISTRATOR in holder:
        return True
    return Role.MANAGER in holder and role is not Role.ADMINISTRATOR
