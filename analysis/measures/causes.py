"""The usual reasons why something takes longer or needs help."""

from typing import Literal, get_args

Cause = Literal["staff", "money", "decision", "partner", "time"]
"""Its words are the message `because.<value>`; in notes and histories of dates it is kept as this
word, so that it reads in every language.
"""

CAUSES: tuple[str, ...] = get_args(Cause)
