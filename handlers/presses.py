"""Two taps at once act once."""

from __future__ import annotations

from hashlib import blake2s

from handlers.context import Context
from models import person as people
from models.turn import Filled, Pressed

SECONDS = 2


def is_double(pressed: Pressed | Filled, context: Context) -> bool:
    """Whether the same button of the same message was pressed within the last two seconds.

    What was pressed is kept as a short hash with its second, until the next press; never what was
    filled in.
    """
    name = f"{pressed.message} {pressed.data}".encode()
    digest, second = blake2s(name, digest_size=8).hexdigest(), int(context.now.timestamp())
    before, _, at = context.person.last_press.partition("@")
    if before == digest and second - int(at) < SECONDS:
        return True
    people.press(context.session, context.person, f"{digest}@{second}")
    return False
