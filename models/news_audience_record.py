"""Whom a piece of news is for, as it is stored."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from models.role import Role


class Audience(BaseModel):
    """Whom a piece of news is for: people with a task (`staff`), and people who subscribed to news
    (`public`). What is empty limits nothing.

    `roles`, `groups`, `departments` and `organizations` limit the staff: whoever meets all that are
    named, with one of each. `languages` limits all. `topics` is what it is about, `districts` what
    part of the town: whoever subscribed to a topic or a district of them gets it, and whoever
    subscribed to all.
    """

    model_config = ConfigDict(frozen=True)

    staff: bool = False
    public: bool = False
    roles: frozenset[Role] = frozenset()
    groups: frozenset[int] = frozenset()
    departments: frozenset[int] = frozenset()
    organizations: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether it is for nobody yet."""
        return not (self.staff or self.public)

    @property
    def narrows_public(self) -> bool:
        """Whether those who subscribed are told apart, so that few could be meant."""
        return self.public and bool(self.languages or self.districts or self.topics)
