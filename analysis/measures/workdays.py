"""Working days (Werktage without Saturdays) and holidays of a town.

Holidays are those of the German Länder by the package `holidays` (MIT): in Thuringia eleven a year,
Weltkindertag since 2019 among them. Corpus Christi (Fronleichnam) is one in Catholic places only,
so it is a setting of the town.
"""

from datetime import date, timedelta
from functools import partial

from holidays import HolidayBase, country_holidays

_SATURDAY = 5
_A_DAY = timedelta(days=1)


class Holidays:
    """The public holidays of a Land, `DE-TH` (ISO 3166-2), with the names of one language.

    `catholic` adds the days that only Catholic places keep. The language is always passed on,
    because the package takes the process's locale otherwise. Raises ValueError for a Land that
    the package does not know, or one where no place keeps Catholic days of its own.
    """

    def __init__(
        self, country_subdiv: str = "DE-TH", *, catholic: bool = False, language: str = "de"
    ) -> None:
        country, _, subdivision = country_subdiv.partition("-")
        categories = ("public", "catholic") if catholic else ("public",)
        self._in = partial(
            country_holidays, country, subdiv=subdivision or None, categories=categories
        )
        try:
            self._days = self._in(language=language)
        except NotImplementedError as problem:
            raise ValueError(f"no holidays are known for {country_subdiv!r}") from problem
        self._language = language
        self._others: dict[str, HolidayBase] = {}

    def name_of(self, day: date) -> str | None:
        """Return the holiday's name, "Reformationstag", None for a day that is none."""
        return self._days.get(day)

    def named_in(self, day: date, language: str) -> tuple[str, str] | None:
        """Return the holiday's name in a language where it has one, else in that of all names, with
        the language; None for a day that is none.
        """
        spoken = next((one for one in self._spoken() if one.partition("_")[0] == language), None)
        if spoken is None or language == self._language:
            name = self.name_of(day)
            return (name, self._language) if name else None
        if language not in self._others:
            self._others[language] = self._in(language=spoken)
        name = self._others[language].get(day)
        return (name, language) if name else None

    def knows(self, year: int) -> bool:
        """Tell whether the package has any holidays of a year; beyond its years it has none."""
        return any(self.is_holiday(date(year, 1, 1) + n * _A_DAY) for n in range(366))

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is a public holiday."""
        return day in self._days

    def is_workday(self, day: date) -> bool:
        """Tell whether a day is Monday to Friday and no holiday."""
        return day.weekday() < _SATURDAY and not self.is_holiday(day)

    def workdays_after(self, day: date, days: int) -> date:
        """Return the so-manyth working day after a day, which itself does not count."""
        while days > 0:
            day += _A_DAY
            days -= self.is_workday(day)
        return day

    def workday_by(self, day: date) -> date:
        """Return the day itself if it is a working day, else the working day before."""
        while not self.is_workday(day):
            day -= _A_DAY
        return day

    def _spoken(self) -> tuple[str, ...]:
        return tuple(self._days.supported_languages)
