"""The buttons with which a manager decides what keepers want to change of offers."""

from __future__ import annotations

from models.action import Action


class ListChanges(Action, prefix="chgs"):
    """All that wait, from number `at` on."""

    at: int = 0


class AcceptChange(Action, prefix="chgyes"):
    """Yes to what was shown (`seen`, the version of models.offer_change.Change)."""

    change: int
    seen: str


class RefuseChange(Action, prefix="chgno"):
    """No, because …"""

    change: int


class NextChange(Action, prefix="chgnext"):
    """Not this one now, the next one."""

    change: int
