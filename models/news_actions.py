"""The buttons under news and digests: jobs send them and handlers answer them."""

from __future__ import annotations

from models.action import Action


class PressNews(Action, prefix="np"):
    """A button of news that leads to an offer or a survey. `issue` 0: of a preview, not counted."""

    news: int
    issue: int
    button: int


class ReadNews(Action, prefix="nr"):
    """The whole text of what a digest cut short, as it was sent with `issue`."""

    news: int
    issue: int


class StopNews(Action, prefix="nx"):
    """She wants no news any more, in one tap; `issue` 0 is a preview or a digest."""

    issue: int
