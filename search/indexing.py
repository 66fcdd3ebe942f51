"""Bringing an index up to date with the town's offers: only what changed is analysed again."""

from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from search.document import Document
from search.engine import TextIndex
from search.inverted.buffer import Fields

CHUNK = 500  # documents between two commits, so that a start that is broken off goes on
_LAST = (1 << 63) - 1


class Part(NamedTuple):
    """What an index is to hold of a document in a language; analysed only where that is new."""

    language: str
    digest: str
    analyse: Callable[[], tuple[Fields, bytes]]


Parts = Callable[[Document], Iterable[Part]]


def digest(*facts: object) -> str:
    """A short text that is the same only for the same facts."""
    return blake2b(repr(facts).encode(errors="surrogatepass"), digest_size=8).hexdigest()


def bring(index: TextIndex, documents: Iterable[Document], parts: Parts, revision: str) -> None:
    """Let an index hold these documents and no others; they come by ascending keys.

    What was done is kept when it is broken off, but the revision is only told at the end.
    """
    after = -1
    iterator = iter(documents)
    while chunk := list(islice(iterator, CHUNK)):
        _bring(index, chunk, parts, range(after + 1, chunk[-1].key + 1))
        after = chunk[-1].key
        index.commit("")
    _bring(index, (), parts, range(after + 1, _LAST))
    index.commit(revision)


def change(
    index: TextIndex, keys: Collection[int], documents: Iterable[Document], parts: Parts
) -> None:
    """Let an index hold, of these keys, these documents and no others. Still to be committed."""
    standing = {x.key: x for x in documents}
    for key in sorted(keys):
        held = [standing[key]] if key in standing else []
        _bring(index, held, parts, range(key, key + 1))


def _bring(index: TextIndex, documents: Iterable[Document], parts: Parts, keys: range) -> None:
    """Let an index hold these documents, and no others with such keys."""
    there = {x: dict(index.digests(x, keys)) for x in index.languages}
    wanted = ((document.key, part) for document in documents for part in parts(document))
    for key, (language, digest_now, analyse) in wanted:
        if there.get(language, {}).pop(key, None) != digest_now:
            index.put(key, language, *analyse(), digest_now)
    for language, left in there.items():
        for key in left:
            index.remove(key, language)
