"""Reads a period, from when until when, from its plain spelling."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from analysis.measures.point import Point, Precision
from analysis.measures.reading import point_in
from analysis.measures.units import unit_in

Bare = Literal["start", "end", "both"]

_RUNNING = re.compile(r"\blaufend\b")
_LEFT_OVER = re.compile(r"^[-/ ]+|[-/ ]+$|\b(?:ab|seit|bis)$")
_UNTIL = re.compile(r"(?:bis |- ?)(.+)")
_SINCE = re.compile(r"(ab|seit) (.+)")
_FOLLOWING = re.compile(r"(.+?) ?ff\.?")
_SEPARATOR = re.compile(r" ?(?:-|\bbis\b|/) ?")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MONTH_OF_YEAR = re.compile(r"\d\d?/\d{4}")
_OPEN = {"", "offen", "open", "?"}
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?(?:[-/]|\bbis\b|,| ) ?(?:19|20)\d\d)+")


class Span(NamedTuple):
    """What a spelling says: start, end, and whether it runs on without a planned end."""

    start: Point | None = None
    end: Point | None = None
    running: bool = False


def span_in(plain: str, bare: Bare) -> Span | None:
    """Return what a plain spelling says, None when it is no period.

    `bare` is what a point stands for that is neither "from" nor "until".
    """
    if not _RUNNING.search(plain):
        return _limited(plain, bare)
    rest = re.sub(" +", " ", _RUNNING.sub(" ", plain))
    rest = _LEFT_OVER.sub("", _LEFT_OVER.sub("", rest.strip())).strip()
    span = _limited(rest, "start") if rest else Span()
    return span._replace(running=True) if span else None


def _limited(plain: str, bare: Bare) -> Span | None:
    if until := _UNTIL.fullmatch(plain):
        end = point_in(until[1])
        return Span(end=end) if end else None
    if since := _SINCE.fullmatch(plain):
        return _since(since[2], running=since[1] == "seit")
    if following := _FOLLOWING.fullmatch(plain):
        return _since(following[1], running=False)
    if unit := unit_in(plain):
        return Span(*unit)
    if point := point_in(plain, starting=bare == "start"):
        return _of_one(point, bare)
    return _years(plain) or _range(plain)


def _years(plain: str) -> Span | None:
    """ "2026, 2027 und 2028": years one after the other."""
    if not _YEARS.fullmatch(plain):
        return None
    years = [int(year) for year in re.findall(r"\d{4}", plain)]
    in_order = years == list(range(years[0], years[0] + len(years)))
    return Span(point_in(str(years[0])), point_in(str(years[-1]))) if in_order else None


def _since(rest: str, *, running: bool) -> Span | None:
    if start := point_in(rest, starting=True):
        return Span(start, running=running)
    return _range(rest)


def _of_one(point: Point, bare: Bare) -> Span:
    if bare == "both" and point.precision is Precision.DAY:
        bare = "end"
    return Span(None if bare == "end" else point, None if bare == "start" else point)


def _range(plain: str) -> Span | None:
    """Two points; the first separator that has one on either side divides them."""
    for separator in _SEPARATOR.finditer(plain):
        left, right = plain[: separator.start()], plain[separator.end() :]
        start, end = _start(left, right), point_in(_whole(right, left))
        if start and (end or right in _OPEN):
            return Span(start, end)
    return None


def _whole(right: str, left: str) -> str:
    """ "27" after "2026" is 2027."""
    return f"20{right}" if re.fullmatch(r"\d\d", right) and _YEAR.search(left) else right


def _start(left: str, right: str) -> Point | None:
    found = (point_in(spelled, starting=True) for spelled in _completed(left, right))
    return next((point for point in found if point), None)


def _completed(left: str, right: str) -> Iterator[str]:
    """A start may leave to the end what both share: "3./4. q 2027", "m3 - m5 2027"."""
    yield left
    yield f"{left} {right.partition(' ')[2]}"
    if year := _YEAR.search(right):
        yield f"{left} {year[0]}"
        if _MONTH_OF_YEAR.fullmatch(right):
            yield f"{left}/{year[0]}"
