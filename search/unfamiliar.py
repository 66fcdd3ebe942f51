"""Words of a question of which the thesaurus knows nothing: perhaps terms that it lacks."""

from __future__ import annotations

import re
from itertools import pairwise

from search.normalising import words
from search.reading import Reading

MOST = 6
_LONGEST = 40  # letters of a word
# Numbers, and addresses of mail and of pages: whatever stands together with such a sign.
_PRIVATE = re.compile(r"\S*(?:[\d@]|://|\w\.\w)\S*")


def unfamiliar(text: str, reading: Reading) -> tuple[str, ...]:
    """Return at most six words of a text, normalised, and pairs of neighbours, that tell nothing.

    Nothing with a digit or of an address is among them.
    """
    private = {word for part in _PRIVATE.findall(text) for word in words(part)}
    strange = {x for x in reading.unknown if len(x) <= _LONGEST} - private
    single = dict.fromkeys(x for x in reading.words if x in strange)
    pairs = pairwise(reading.words)
    together = dict.fromkeys(f"{x} {y}" for x, y in pairs if {x, y} <= strange and x != y)
    return (*single, *together)[:MOST]
