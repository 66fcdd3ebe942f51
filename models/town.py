"""The town (Kommune) that Lotse works for: what handlers need to know of the settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Town:
    """`languages` in the order of the menus; `public_url` without a slash at the end, or ""."""

    name: str
    languages: tuple[str, ...]
    default_language: str
    public_url: str = ""

    @property
    def default_first(self) -> tuple[str, ...]:
        """The languages with the town's default at the head."""
        return tuple(dict.fromkeys((self.default_language, *self.languages)))
