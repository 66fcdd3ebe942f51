"""The buttons under a file that is looked over."""

from __future__ import annotations

from models.action import Action


class ReviewFiles(Action, prefix="rfnext"):
    """The file behind this one, of those that wait in a survey."""

    survey: int
    after: str = ""


class ReleaseFile(Action, prefix="rffree"):
    """Everybody who sees results may see it."""

    survey: int
    file: str


class DropFile(Action, prefix="rfdrop"):
    """Nobody will see it; `sure` once she was asked."""

    survey: int
    file: str
    sure: bool
