"""Buttons about an offer that come from more than one place."""

from __future__ import annotations

from models.action import Action


class KeepOffer(Action, prefix="keep"):
    """Is this offer still right?"""

    offer: int


class ShowChange(Action, prefix="chg"):
    """A change of an offer that waits for somebody's yes."""

    change: int


class MoreLike(Action, prefix="like"):
    """Offers that are like this one."""

    offer: int
