"""The buttons about offers that somebody looks after: jobs send them and handlers answer them."""

from __future__ import annotations

from models.action import Action


class KeepOffer(Action, prefix="keep"):
    """Is this offer still right?"""

    offer: int


class ShowChange(Action, prefix="chg"):
    """A change of an offer that waits for somebody's yes."""

    change: int
