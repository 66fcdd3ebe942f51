"""The buttons under news and digests: jobs send them and handlers answer them."""

from __future__ import annotations

from models.action import Action


class StopNews(Action, prefix="stopnews"):
    """I want no news any more."""


class FollowNews(Action, prefix="follow"):
    """Button `button` of a sending: the offer or the survey behind it; 0 is the whole text, where
    it was cut short. `language` is what the message was in, to be counted.
    """

    issue: int
    button: int
    language: str
