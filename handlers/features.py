"""The shape of a feature: which commands, which buttons and which awaited words it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handlers.context import Context
from models.action import Action
from models.medium import Upload
from models.turn import Reply

Handler = Callable[[Any, Context], Reply]
Values = Mapping[str, tuple[str, ...]]
"""What was filled in, by the names of the controls."""
Fields = Mapping[type[Action], Callable[[Any, Values, Context], Reply]]
Commands = Mapping[str, Handler]
Actions = Mapping[type[Action], Handler]
Dialogues = Mapping[type[object], Handler]
"""What answers typed words while a person is in such a dialogue (models.dialogue). A table
`SENT` of a feature has the same shape: what answers there what is not text.
"""
Wanting = Mapping[type[object], Callable[[Context], Upload | None]]
"""The file that is asked for in such a dialogue, if one is: a table `WANTED`."""
