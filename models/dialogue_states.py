"""What is known of somebody by what she is in the middle of, and what stays of it."""

from __future__ import annotations

from models.dialogue import Dialogue, Greeted
from models.dialogue_handoff import Asking, AskingLotse, Missed, Unsent
from models.dialogue_shown import Shown


def put_aside(dialogue: Dialogue | None) -> Dialogue | None:
    """What stays of it when she turns to something else."""
    match dialogue:
        case Asking() if dialogue.said:
            return Unsent(question=dialogue)
        case Missed(greeted=True):
            return Greeted()
        case Shown():
            return dialogue.model_copy(update={"missed": False})
    return None


def was_missed(dialogue: Dialogue | None) -> bool:
    """Whether her last question was not answered."""
    return isinstance(dialogue, Missed) or (isinstance(dialogue, Shown) and dialogue.missed)


def was_greeted(dialogue: Dialogue | None) -> bool:
    """Whether none of her questions was answered since she was greeted."""
    if isinstance(dialogue, Missed | Shown):
        return dialogue.greeted
    return isinstance(dialogue, Greeted)


def is_free(dialogue: Dialogue | None) -> bool:
    """Whether nothing waits for her words, and nothing of hers for her."""
    return isinstance(dialogue, Greeted | Missed | Shown | AskingLotse | None)
