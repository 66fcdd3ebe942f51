"""The button under an invitation to a survey: jobs send it and handlers answer it."""

from __future__ import annotations

from models.action import Action


class OpenSurvey(Action, prefix="survey"):
    """What this survey is about, or where she left it."""

    survey: int
