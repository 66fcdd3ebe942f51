"""How to get from a node to what `${name}` means there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

Route = tuple[int, tuple[str, ...]]
"""How many steps up, and then which names down."""


class Routes:
    """The routes of a form, each looked for once. `names` are the paths of each name."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names
        self.find = cache(self._find)

    def _find(self, name: str, around: str) -> Route:
        """From a node's path to the node of a name that is nearest to it.

        Raises:
            KeyError: the form has no such name.
        """
        here = _parts(around)
        routes = [_route(_parts(path), here) for path in self._names[name]]
        return min(routes, key=lambda route: route[0])


def _route(there: Sequence[str], here: Sequence[str]) -> Route:
    """Never all the way down the same names, so that a repeat seen from one of its rows means all
    of them.
    """
    depth = 0
    while depth < min(len(there) - 1, len(here)) and there[depth] == here[depth]:
        depth += 1
    return len(here) - depth, tuple(there[depth:])


def _parts(path: str) -> tuple[str, ...]:
    return tuple(path.split("/")[1:])
