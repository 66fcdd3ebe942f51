"""What is exported: the responses to all versions of one form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from surveys.exports.merging import Table, merged
from surveys.form import Form


@dataclass(frozen=True, slots=True)
class Response:
    """One person's answers, without any trace of the person.

    `version` is the form's, `week` an ISO week ("2026-W47"), `language` a BCP 47 code. `values` and
    `rows` are as in `surveys.answers.Answers`. `consent` is the text that was agreed to.
    """

    id: str
    version: str
    week: str
    language: str
    mode: str
    district: str = ""
    organization: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    consent: str = ""


@dataclass(frozen=True)
class Dataset:
    """Versions of one form, the newest first, and the responses to all of them.

    `responses` is gone through once for each table, so an iterator will not do. `files` are those
    that answers name, with their contents; only what holds several files has a place for them.
    """

    versions: tuple[Form, ...]
    responses: Iterable[Response]
    files: Iterable[tuple[str, bytes]] = ()

    @property
    def form(self) -> Form:
        """The newest version."""
        return self.versions[0]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The main table, then one for each repeat, the outer before the inner."""
        return merged(self.versions)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of all versions, the newest version's first."""
        return tuple(dict.fromkeys(x for form in self.versions for x in form.languages))
