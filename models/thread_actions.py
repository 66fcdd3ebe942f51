"""Buttons of threads that jobs send too, and handlers answer."""

from __future__ import annotations

from models.action import Action


class ShowThread(Action, prefix="thread"):
    """A counsellor looks at a thread."""

    thread: int


class TakeThread(Action, prefix="thtake"):
    """A counsellor takes it."""

    thread: int


class ReopenThread(Action, prefix="thagain"):
    """The asker writes again in a thread that was closed."""

    thread: int
