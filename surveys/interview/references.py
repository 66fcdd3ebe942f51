"""Which nodes of a form an expression looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Names = Mapping[str, tuple[str, ...]]
"""Name of a node → the paths that end so."""

_BRACED = re.compile(r"\$\{\s*(.+?)\s*\}")


def paths_of(references: Iterable[str], context: str, names: Names) -> frozenset[str] | None:
    """The paths (without rows) that an expression's references mean, seen from a node's path;
    None where that cannot be told before it is evaluated.
    """
    found: set[str] = set()
    for reference in references:
        paths = _paths(reference, context, names)
        if paths is None:
            return None
        found.update(paths)
    return frozenset(found)


def braced(text: str) -> tuple[str, ...]:
    """The names in `${name}`, in order."""
    return tuple(_BRACED.findall(text))


def _paths(reference: str, context: str, names: Names) -> tuple[str, ...] | None:
    if "/" in reference or reference == "..":
        return _walked(reference, context)
    return names.get(reference, ())


def _walked(reference: str, context: str) -> tuple[str, ...] | None:
    if any(sign in reference for sign in ("*", "//", "[", "(", "::", "@")):
        return None
    absolute = reference.startswith("/")
    # The first name of an absolute path is the form's own.
    steps = reference.split("/")[2:] if absolute else reference.split("/")
    at = [] if absolute else context.split("/")[1:]
    for step in steps:
        _go(at, step)
    return ("".join(f"/{name}" for name in at),)


def _go(at: list[str], step: str) -> None:
    if step == ".." and at:
        at.pop()
    elif step not in {".", "..", ""}:
        at.append(step)
