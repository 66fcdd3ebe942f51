"""The buttons of a subscription to news."""

from __future__ import annotations

from models.action import Action


class Subscribe(Action, prefix="sub"):
    """Yes, I want news."""


class NewsForMyTask(Action, prefix="subtask"):
    """I want news for my task again, and no others."""


class ChooseTopics(Action, prefix="subtopics"):
    """The topics to choose from, from number `at` on."""

    at: int


class PickTopics(Action, prefix="subabout"):
    """Those of this field of action, or no more; "" for all there are."""

    code: str = ""
    on: bool
    at: int


class ChooseWhere(Action, prefix="subplaces"):
    """The districts to choose from, from number `at` on."""

    at: int


class PickWhere(Action, prefix="subin"):
    """This district (number in the menu), -1 for the whole town."""

    number: int


class PickRhythm(Action, prefix="subwhen"):
    """At once, or once a week."""

    weekly: bool


class NewsAgain(Action, prefix="subagain"):
    """I want news after all, as I had them. `topics` are theirs in the town's order of codes, a bit
    each, in hexadecimal; `district` is its number, -1 for the whole town.
    """

    topics: str
    district: int
    weekly: bool
