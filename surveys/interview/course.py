"""Which input does what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveys.interview import answering, filling, moving
from surveys.interview.sitting import Sitting
from surveys.interview.vocabulary import (
    Attached,
    Chosen,
    DropRow,
    Given,
    GoTo,
    Input,
    Move,
    Outcome,
    Picked,
    Speak,
    Together,
)

_MOVES: Mapping[Move, Callable[[Sitting], Outcome]] = {
    Move.DONE: answering.done,
    Move.SKIP: answering.skip,
    Move.KEEP: answering.keep,
    Move.UNDO: answering.undo,
    Move.NO_ROW: answering.skip,
    Move.ADD_ROW: moving.add_row,
    Move.BACK: moving.back,
    Move.SUBMIT: moving.submit,
    Move.SUMMARY: moving.to_summary,
}


def respond(sitting: Sitting, did: Input) -> Outcome:
    """What comes of an input."""
    match did:
        case Given() | Chosen() | Attached():
            return answering.given(sitting, did)
        case Picked():
            return answering.picked(sitting, did)
        case Together():
            return filling.filled(sitting, did)
        case Move():
            return _MOVES[did](sitting)
        case _:
            return _elsewhere(sitting, did)


def _elsewhere(sitting: Sitting, did: Speak | GoTo | DropRow) -> Outcome:
    match did:
        case Speak():
            return moving.speak(sitting, did)
        case GoTo():
            return moving.go_to(sitting, did)
        case DropRow():
            return moving.drop_row(sitting, did)
