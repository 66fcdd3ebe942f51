"""The buttons of a measure's card."""

from __future__ import annotations

from typing import Literal

from analysis.measures.status import Status
from models.action import Action


class ChooseStatus(Action, prefix="states"):
    """The states that may follow."""

    measure: int


class SetStatus(Action, prefix="state"):
    """It is in this state from now on. `before` is the place of the state that it was in, in the
    order of states, because a button has no room for two of them.
    """

    measure: int
    before: int
    status: Status


class ChooseStep(Action, prefix="steps"):
    """Its steps, to tick off."""

    measure: int


class FinishStep(Action, prefix="step"):
    """A step is done, or not after all."""

    measure: int
    step: int
    done: bool


class Report(Action, prefix="report"):
    """She has news."""

    measure: int


class ChooseState(Action, prefix="bystate"):
    """The states that there are, to choose one."""


class MyState(Action, prefix="minein"):
    """Her own measures in this state, from number `at` on."""

    status: Status
    at: int


class Shared(Action, prefix="shared"):
    """What is to be seen by the network, from number `at` on."""

    at: int


class Assign(Action, prefix="assigns"):
    """The accounts that can become responsible, from number `at` on."""

    measure: int
    at: int


class MoveDate(Action, prefix="move"):
    """Its end moves."""

    measure: int


class ChooseLight(Action, prefix="lights"):
    """The lights that one can set."""

    measure: int


class SetLight(Action, prefix="light"):
    """Another light than the rules give; "rules" gives it back to them."""

    measure: int
    light: Literal["grey", "green", "yellow", "red", "done", "rules"]
