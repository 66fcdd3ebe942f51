"""Settings: environment variables or `.env`, prefix LOTSE_. Documented in docs/settings.md."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from models.language import shipped
from models.town import Town

ORDER = ("de", "en", "uk", "ar", "fa", "ru", "pl", "ro", "tr", "fr")


class Settings(BaseSettings):
    """Everything a town can set; without any of it `lotse run --demo` works."""

    model_config = SettingsConfigDict(
        env_prefix="LOTSE_", env_file=".env", extra="ignore", frozen=True
    )

    database_url: str = "sqlite:///lotse.db"
    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = ""
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=0, le=65535)
    public_url: str = ""
    trusted_proxies: str = ""
    frame_ancestors: str = "'none'"
    secret_key: SecretStr = SecretStr("")
    town: str = "Mittelstadt"
    timezone: str = "Europe/Berlin"
    holidays: str = "DE-TH"
    languages: Annotated[tuple[str, ...], NoDecode] = ()
    default_language: str = "de"
    smtp_url: SecretStr = SecretStr("")

    @field_validator("languages", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value

    @field_validator("languages")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [code for code in value if code not in shipped()]:
            raise ValueError(
                f"no catalog for {', '.join(unknown)}; shipped: {', '.join(shipped())}"
            )
        return value

    @field_validator("default_language")
    @classmethod
    def _spoken(cls, value: str) -> str:
        return cls._known((value,))[0]

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("no time zone of the IANA database, such as Europe/Berlin") from None
        return value

    @cached_property
    def zone(self) -> ZoneInfo:
        """The town's time zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def about_town(self) -> Town:
        """What handlers need to know."""
        languages = self.languages or _ordered()
        url = self.public_url.rstrip("/")
        return Town(self.town, languages, self.default_language, url)

    @property
    def database_file(self) -> Path | None:
        """Where SQLite's file is, or None for another database."""
        prefix = "sqlite:///"
        return (
            Path(self.database_url[len(prefix) :]) if self.database_url.startswith(prefix) else None
        )


def _ordered() -> tuple[str, ...]:
    known = [code for code in ORDER if code in shipped()]
    return (*known, *(code for code in shipped() if code not in known))
