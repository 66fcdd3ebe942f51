"""Settings of the hand-off to counsellors: their hours, and what goes to them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from analysis.hours.reading import DEFAULT, read_closed, read_week
from analysis.hours.week import OfficeHours


class OfficeSettings(BaseSettings):
    """A part of `bot.settings.Settings`."""

    office_hours: str = DEFAULT
    office_closed: str = ""
    handoff_answer_hours: int = Field(8, ge=1, le=200)
    handoff_files: bool = False

    @field_validator("office_hours")
    @classmethod
    def _hours(cls, value: str) -> str:
        read_week(value)
        return value

    @field_validator("office_closed")
    @classmethod
    def _closed(cls, value: str) -> str:
        read_closed(value)
        return value

    def office(self, zone: ZoneInfo, land: str, *, catholic: bool) -> OfficeHours:
        """The hours, closed on the holidays of a Land."""
        from analysis.measures.workdays import Holidays  # only where hours are asked for

        holidays = Holidays(land, catholic=catholic)
        week, closed = read_week(self.office_hours), read_closed(self.office_closed)
        return OfficeHours(zone, week, holidays, closed)
