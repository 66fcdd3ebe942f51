"""Sentences that no town answers, apart for learning how sure an answer is.

Whoever learns needs from sentences must not see them, or they would be known too well.
"""

from collections.abc import Iterator, Mapping, Sequence

from search.thesaurus import Concept, ConceptKind

_EVERY = 5  # of those sentences, one is kept apart
BySituation = Mapping[str, Sequence[str]]


def kept_apart(by_code: BySituation, concepts: Mapping[str, Concept]) -> list[str]:
    """Return the sentences of one language that are asked, and taught nobody."""
    return [text for _, text in _outside(by_code, concepts)[::_EVERY]]


def taught(by_code: BySituation, concepts: Mapping[str, Concept]) -> Iterator[tuple[str, str]]:
    """Yield all others, with their codes."""
    apart = set(kept_apart(by_code, concepts))
    for code, those in by_code.items():
        yield from ((code, text) for text in those if text not in apart)


def _outside(by_code: BySituation, concepts: Mapping[str, Concept]) -> list[tuple[str, str]]:
    outside = {x.code for x in concepts.values() if x.kind is ConceptKind.OUTSIDE}
    return sorted((code, text) for code in by_code.keys() & outside for text in by_code[code])
