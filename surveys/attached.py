"""Words in the files that come with a form."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.form import Form, Words


def words_in(row: Mapping[str, str], column: str, form: Form) -> Words:
    """From `label::ar` and the like, and for the form's own language also from `label` alone."""
    spoken = {code: row.get(f"{column}::{code}", "") for code in form.languages}
    own = spoken.get(form.default_language) or row.get(column, "")
    found = {**spoken, form.default_language: own}
    return {code: text for code, text in found.items() if text}
