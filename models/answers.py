"""One-tap answers to a reminder: the buttons that jobs send and handlers answer."""

from __future__ import annotations

from enum import StrEnum

from models.action import Action


class Answer(StrEnum):
    """What somebody says of a thing that is due. Its words are the message `tap.<value>`."""

    DONE = "done"
    ON_TRACK = "on_track"
    DELAYED = "delayed"
    HELP = "help"
    NOT_MINE = "not_mine"
    LATER = "later"


class Tap(Action, prefix="tap"):
    """An answer about a measure (`step` 0) or a step of it, as it was in `version`."""

    measure: int
    step: int
    version: int
    answer: Answer


class ShowItem(Action, prefix="item"):
    """A thing that is due, with all the answers there are."""

    measure: int
    step: int


class ShowMeasure(Action, prefix="measure"):
    """One measure's card."""

    measure: int


class ListMeasures(Action, prefix="list"):
    """Measures `by` a property with this `value`, from number `at` on."""

    by: str
    value: str
    at: int


class AssignTo(Action, prefix="assign"):
    """This account is responsible from now on; 0 is nobody."""

    measure: int
    account: int
