"""The course of an interview over a questionnaire."""

from __future__ import annotations

from surveys.interview.interview import Interview

__all__ = ["Interview"]
