"""The buttons under a text that is read over."""

from __future__ import annotations

from models.action import Action


class ReviewHeap(Action, prefix="rvheap"):
    """The text behind this one in a heap of `models.review`."""

    heap: int
    after: str = ""


class ReleaseText(Action, prefix="rvfree"):
    """Everybody who reads results may read it; `black` without what was found in it."""

    heap: int
    text: str
    black: bool


class WithholdText(Action, prefix="rvdrop"):
    """Nobody will read it; `sure` once she was asked."""

    heap: int
    text: str
    sure: bool
