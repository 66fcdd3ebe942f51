"""Working days (Werktage without Saturdays) and holidays of a town.

Holidays are those of the German Länder by the package `holidays` (MIT): in Thuringia eleven a year,
Weltkindertag since 2019 among them. Corpus Christi (Fronleichnam) is one in Catholic places only,
so it is a setting of the town.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from holidays import country_holidays

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
            spoken = self._in(language=language).supported_languages
        except NotImplementedError as problem:
            raise ValueError(f"no holidays are known for {country_subdiv!r}") from problem
        self._language = language
        self._spoken = {one.partition("_")[0]: one for one in spoken}
        self._known: dict[tuple[int, str], Mapping[date, str]] = {}

    def name_of(self, day: date) -> str | None:
        """Return the holiday's name, "Reformationstag", None for a day that is none."""
        return self._year(day.year, self._language).get(day)

    def named_in(self, day: date, language: str) -> tuple[str, str] | None:
        """Return the holiday's name in a language where it has one, else in that of all names, with
        the language; None for a day that is none.
        """
        found = language if language in self._spoken else self._language
        name = self._year(day.year, self._spoken.get(found, found)).get(day)
        return (name, found) if name else None

    def knows(self, year: int) -> bool:
        """Tell whether the package has any holidays of a year; beyond its years it has none."""
        return bool(self._year(year, self._language))

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is a public holiday."""
        return day in self._year(day.year, self._language)

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

    def _year(self, year: int, language: str) -> Mapping[date, str]:
        """A year's, put in place as a whole: the package's own are filled while others read."""
        if (year, language) not in self._known:
            found = self._in(years=year, language=language, expand=False)
            self._known[year, language] = dict(found)
        return self._known[year, language]
