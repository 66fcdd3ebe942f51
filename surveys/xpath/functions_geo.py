"""Functions on places (https://getodk.github.io/xforms-spec/#fn:area), on a sphere of the earth's
equatorial radius, as ODK has them. A trace is "lat lon alt acc; lat lon alt acc; …".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from surveys.xpath.code import Code, Type, of_boolean, of_number
from surveys.xpath.function import MANY, Arguments, Function
from surveys.xpath.scope import Frame
from surveys.xpath.values import NAN

RADIUS = 6_378_100.0  # metres
Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Traces = Callable[[Frame], list[Point] | None]


def area(arguments: Arguments) -> Code:
    """`area(shape)`: square metres to two digits; 0 for fewer than three points."""
    trace = _trace(arguments[:1])
    return of_number(lambda frame: _measured(area_of, trace(frame) or []))


def distance(arguments: Arguments) -> Code:
    """`distance(trace)` or `distance(place, place, …)`: metres to two digits."""
    trace = _trace(arguments)
    return of_number(lambda frame: _measured(length_of, trace(frame)))


def geofence(arguments: Arguments) -> Code:
    """`geofence(place, shape)`: whether a place lies within a shape, which must be closed."""
    place, shape = _trace(arguments[:1]), _trace(arguments[1:])

    def within(frame: Frame) -> bool:
        points, corners = place(frame), shape(frame)
        if not points or not corners or corners[0] != corners[-1]:
            return False
        return is_within(points[0], corners)

    return of_boolean(within)


def area_of(points: Sequence[Point]) -> float:
    """The area of a shape: on a sphere, by the sum over its edges (Chamberlain, Duquette 2007)."""
    if len(points) < 3:
        return 0.0
    closed = [*points, points[0]]
    total = math.fsum(
        math.radians(b[1] - a[1])
        * (2 + math.sin(math.radians(a[0])) + math.sin(math.radians(b[0])))
        for a, b in pairwise(closed)
    )
    return abs(total * RADIUS * RADIUS / 2)


def length_of(points: Sequence[Point]) -> float:
    """The length of a trace along great circles."""
    return math.fsum(_apart(a, b) for a, b in pairwise(points))


def is_within(point: Point, corners: Sequence[Point]) -> bool:
    """Whether a ray to the east crosses the shape's edges an odd number of times."""
    inside = False
    for a, b in pairwise(corners):
        if (a[0] > point[0]) is not (b[0] > point[0]):
            crossing = (b[1] - a[1]) * (point[0] - a[0]) / (b[0] - a[0]) + a[1]
            inside ^= point[1] < crossing
    return inside


def _apart(a: Point, b: Point) -> float:
    south, north = math.radians(a[0]), math.radians(b[0])
    turn = math.radians(b[1] - a[1])
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * RADIUS


def _measured(measure: Callable[[Sequence[Point]], float], points: list[Point] | None) -> float:
    return NAN if points is None else round(measure(points), 2)


def _trace(arguments: Arguments) -> Traces:
    getters = [_pieces(each) for each in arguments]

    def read(frame: Frame) -> list[Point] | None:
        pieces = [piece for getter in getters for piece in getter(frame)]
        points = [_point(piece) for piece in pieces]
        known = [point for point in points if point is not None]
        return known if known and len(known) == len(points) else None

    return read


def _pieces(code: Code) -> Callable[[Frame], list[str]]:
    if code.type is not Type.NODES:
        return lambda frame: _split(code.string(frame))
    return lambda frame: [piece for node in code.nodes(frame) for piece in _split(node.value())]


def _split(trace: str) -> list[str]:
    return trace.strip().removesuffix(";").split(";")


def _point(piece: str) -> Point | None:
    try:
        latitude, longitude, *_rest = map(float, piece.split())
    except ValueError:
        return None
    known = abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if known else None


FUNCTIONS = {
    "area": Function(area, 1, 1),
    "distance": Function(distance, 1, MANY),
    "geofence": Function(geofence, 2, 2),
}
