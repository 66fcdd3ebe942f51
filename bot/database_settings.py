"""Settings of where everything is stored: the database, and the search index beside it."""

from __future__ import annotations

from pathlib import Path

from pydantic import field_validator
from pydantic_settings import BaseSettings

DATABASES = {"sqlite", "postgresql+psycopg"}
DATABASE_FORM = "sqlite:///path or postgresql+psycopg://user:password@host:5432/name"
INDEX = "lotse.index"


class DatabaseSettings(BaseSettings):
    """A part of `bot.settings.Settings`."""

    database_url: str = "sqlite:///lotse.db"
    index: str = ""

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            known = make_url(value).drivername in DATABASES
        except (ArgumentError, ValueError):
            known = False
        if not known:
            raise ValueError(f"expected {DATABASE_FORM}")
        return value

    @property
    def database_file(self) -> Path | None:
        """Where SQLite's file is, or None for another database."""
        prefix = "sqlite:///"
        return (
            Path(self.database_url[len(prefix) :]) if self.database_url.startswith(prefix) else None
        )

    @property
    def index_folder(self) -> Path:
        """Where the search index is: beside SQLite's file, or in the working directory."""
        file = self.database_file
        beside = file.with_suffix(".index") if file else Path(INDEX)
        return Path(self.index) if self.index else beside
