"""Settings: environment variables or `.env`, prefix LOTSE_. Documented in docs/settings.md."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from analysis.measures.rungs import PACKAGED, load_ladder
from bot.database_settings import DatabaseSettings
from bot.offer_settings import OfferSettings
from bot.office_settings import OfficeSettings
from models.language import shipped
from models.town import Town

ORDER = ("de", "en", "uk", "ar", "fa", "ru", "pl", "ro", "tr", "fr")


class Settings(DatabaseSettings, OfficeSettings, OfferSettings):
    """Everything a town can set; without any of it `lotse run --demo` works."""

    model_config = SettingsConfigDict(
        env_prefix="LOTSE_",
        env_file=".env",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,  # some are secrets
    )

    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = ""
    telegram_rate: int = Field(30, ge=1, le=1000)
    telegram_bot: str = Field("", pattern=r"^@?\w*$")
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
    catholic_holidays: bool = False
    ladder: Path = PACKAGED
    languages: Annotated[tuple[str, ...], NoDecode] = ()
    default_language: str = "de"
    smtp_url: SecretStr = SecretStr("")
    news_approval: bool = False
    translator_url: str = Field("", pattern=r"^(https?://\S+)?$")
    translator_key: SecretStr = SecretStr("")
    translator_kind: Literal["libretranslate", "openai"] = "libretranslate"
    translator_model: str = ""
    ranker_url: str = Field("", pattern=r"^(https?://\S+)?$")
    ranker_key: SecretStr = SecretStr("")
    ranker_model: str = ""
    ranker_kind: Literal["embeddings", "rerank"] = "rerank"
    ranker_ms: int = Field(300, ge=10, le=5000)

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

    @field_validator("holidays")
    @classmethod
    def _land(cls, value: str) -> str:
        return _kept_in(value, catholic=False)

    @field_validator("catholic_holidays")
    @classmethod
    def _catholic(cls, value: bool, info: ValidationInfo) -> bool:
        if value and "holidays" in info.data:
            _kept_in(info.data["holidays"], catholic=True)
        return value

    @field_validator("ladder")
    @classmethod
    def _usable(cls, value: Path) -> Path:
        try:
            load_ladder(value)
        except OSError as error:
            raise ValueError(f"{value.name} cannot be read: {error.strerror}") from None
        return value

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr) -> SecretStr:
        from bot.channels.mail_url import smtp_settings  # only where there is something to check

        if value.get_secret_value():
            smtp_settings(value.get_secret_value())
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
        bot = self.telegram_bot.removeprefix("@")
        here = url or self._here
        language = self.default_language
        return Town(
            self.town,
            languages,
            language,
            url,
            here,
            bot,
            self._channels,
            news_approval=self.news_approval,
            office=self.office(self.zone, self.holidays, catholic=self.catholic_holidays),
            answer_hours=self.handoff_answer_hours,
            handoff_files=self.handoff_files,
            translates=bool(self.translator_url),
            telegram_rate=self.telegram_rate,
            offer_rules=self.offer_rules,
            thresholds=self.thresholds,
            learns_terms=self.learn_terms,
        )

    @property
    def _channels(self) -> tuple[str, ...]:
        """Those that deliver what is sent unasked."""
        tokens = {"telegram": self.telegram_token, "mail": self.smtp_url}
        return ("web", *(name for name, token in tokens.items() if token.get_secret_value()))

    @property
    def _here(self) -> str:
        """Where this machine itself finds the web chat."""
        host = "127.0.0.1" if self.http_host in ("", "0.0.0.0", "::") else self.http_host  # noqa: S104
        return f"http://{host}:{self.http_port}"


def _kept_in(land: str, *, catholic: bool) -> str:
    """A Land whose holidays are known."""
    from analysis.measures.workdays import Holidays  # only where there is something to check

    Holidays(land, catholic=catholic)
    return land


def _ordered() -> tuple[str, ...]:
    known = [code for code in ORDER if code in shipped()]
    return (*known, *(code for code in shipped() if code not in known))
