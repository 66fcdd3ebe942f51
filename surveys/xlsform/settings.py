"""The sheet `settings`."""

from __future__ import annotations

from surveys.form import Words
from surveys.xlsform.choices import YES
from surveys.xlsform.languages import Languages
from surveys.xlsform.rows import Table


def settings_of(settings: Table) -> dict[str, str]:
    """The first row by the columns' names, without those that are said in languages."""
    row = settings.rows[0] if settings.rows else None
    return {} if row is None else {x.column: t for x, t in row.cells.items() if not x.language}


def title_of(settings: Table, languages: Languages, otherwise: str) -> Words:
    """What the form is called."""
    said = languages.words(settings.rows[0], "form_title") if settings.rows else {}
    return said or {languages.default: otherwise}


def allows_doubles(settings: dict[str, str]) -> bool:
    """Whether a list may have a name twice (`allow_choice_duplicates`)."""
    return settings.get("allow_choice_duplicates", "").lower() in YES
