"""Which offers are open at a moment: few distinct hours are looked at, however many offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from analysis.hours.opening import Almanac, OpeningHours
from analysis.hours.state import is_open
from models.offer import Offer, Schedule
from models.opening import hours_of, schedules_of

Ids = frozenset[int]
A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class _Alike:
    """Offers whose hours are the same; `one` of them stands for all."""

    one: Offer
    schedules: tuple[Schedule, ...]
    ids: Ids


class OpenNow:
    """The offers that are known to be open for everybody who comes, in one place at least.

    What was found holds for its minute, so that a busy one costs no more than a quiet one.
    """

    def __init__(self, offers: Iterable[Offer], earlier: OpenNow | None = None) -> None:
        self._alike = tuple(_grouped(offers))
        self._hours: tuple[Almanac, Sequence[OpeningHours]] | None = None
        self._found: tuple[tuple[int, Almanac], Ids] | None = None
        if earlier and earlier._hours:
            self._made(earlier._hours[0])  # now, so that nobody who asks has to wait for it

    def ids(self, at: datetime, almanac: Almanac) -> Ids:
        """Those that are open then."""
        minute = int(at.timestamp()) // A_MINUTE, almanac
        if self._found is None or self._found[0] != minute:
            self._found = minute, self._look(at, almanac)
        return self._found[1]

    def _look(self, at: datetime, almanac: Almanac) -> Ids:
        pairs = zip(self._alike, self._made(almanac), strict=True)
        return frozenset().union(*(alike.ids for alike, hours in pairs if is_open(hours, at)))

    def _made(self, almanac: Almanac) -> Sequence[OpeningHours]:
        if self._hours is None or self._hours[0] != almanac:
            made = [hours_of(one.one, one.schedules, almanac) for one in self._alike]
            self._hours = almanac, made
        return self._hours[1]


def _grouped(offers: Iterable[Offer]) -> Iterator[_Alike]:
    found: dict[tuple[tuple[Schedule, ...], bool], list[Offer]] = defaultdict(list)
    there = (offer for offer in offers if not (offer.temporarily_closed or offer.by_appointment))
    for offer, schedules in ((one, some) for one in there for _, some in schedules_of(one)):
        found[schedules, offer.open_on_holidays].append(offer)
    for (schedules, _), those in found.items():
        if schedules:
            yield _Alike(those[0], schedules, frozenset(offer.id for offer in those))
