"""What a kind of question may be answered with (data): a place for «where», people for «who».

Expected answer types, as question answering has known them since Li & Roth (2002). How much each
says is learned, so kinds are missing of which the train pages have only a few questions («when»).
"""

from collections.abc import Mapping

from search.sentences.line import Line

# For each kind of question: aspects that a line tells of | marks that it has.
_FITTING: Mapping[str, str] = {
    "who": "person contact offer | mail phone url",
    "where": "place contact register | mail phone url",
    "how": "register contact need | url leads",
    "which": "need offer register | leads",
    "what": "offer need law | leads",
    "whether": "may law cost offer | brackets",
}
_SEVERAL = 2


Named = tuple[tuple[str, str], ...]


def _named(kind: str, text: str) -> tuple[Named, Named]:
    """Aspects and marks, each with the name of its feature."""
    aspects, marks = text.split("|")
    told = [(aspect, f"{kind}: tells {aspect}") for aspect in aspects.split()]
    return tuple(told), tuple([(mark, f"{kind}: has {mark}") for mark in marks.split()])


_NAMED = {kind: _named(kind, text) for kind, text in _FITTING.items()}


def fitting(kind: str, line: Line) -> dict[str, float]:
    """Return what of a line fits a kind of question, as features."""
    aspects, marks = _NAMED.get(kind, ((), ()))
    told = line.aspects
    found = {name: min(_SEVERAL, told[x]) / _SEVERAL for x, name in aspects if x in told}
    return found | {name: 1.0 for mark, name in marks if mark in line.marks}
