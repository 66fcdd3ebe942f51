"""What reports say, in a language of the catalogs and by its customs (CLDR)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from analysis.measures.point import Point, Precision
from bot.words import words
from models.customs import latin
from models.language import direction, locale
from models.text import Text

SKELETONS = {Precision.MONTH: "yMMMM", Precision.QUARTER: "yQQQQ"}

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Speaker:
    """An analysis.reports.voice.Voice."""

    language: str

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return direction(self.language)

    def say(self, id: str, /, **values: object) -> str:
        """A message of the catalogs."""
        return words(Text(id, values), self.language)

    def number(self, value: float) -> str:
        """At most three decimal places, those that are there."""
        return latin(format_decimal(value, locale=locale(self.language)))

    def percent(self, share: float) -> str:
        """With one decimal place."""
        where = locale(self.language)
        pattern = where.percent_formats[None].pattern.replace("#0", "#0.0")
        return latin(format_percent(share, pattern, locale=where))

    def day(self, day: date) -> str:
        """CLDR's medium form, which is TT.MM.JJJJ in German."""
        return latin(format_date(day, "medium", locale=locale(self.language)))

    def point(self, point: Point) -> str:
        """As exact as it is meant."""
        match point.precision:
            case Precision.DAY:
                return self.day(point.last)
            case Precision.HALF_YEAR:
                half = 1 if point.first.month == 1 else 2
                return self.say("report.half_year", half=half, year=str(point.last.year))
            case Precision.YEAR:
                return str(point.last.year)
        skeleton = SKELETONS[point.precision]
        written = format_skeleton(skeleton, point.first, locale=locale(self.language))
        return latin(written).replace(" ", NO_BREAK)
