"""The inverted index: which documents hold which tokens, each language by itself.

Tokens come analysed and payloads are opaque, so that this knows nothing of words. A field is a bag
of tokens with statistics of its own. BM25F (Robertson & Zaragoza 2009) is had by one field for all
parts of a document, in which a title's tokens are repeated as often as a title outweighs a body.

Documents are put into segments that never change; what is replaced or removed is marked there, and
small segments are merged into larger ones (O'Neil et al. 1996, The log-structured merge-tree; as
Lucene does). All of them stand in one SQLite file, so that several processes may read what one
has committed last while it writes. Scores are added up token by token over arrays of postings with
ready impacts (Anh & Moffat 2006, Pruned query evaluation using pre-computed impacts).
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from sqlite3 import Connection, OperationalError

from search.inverted import documents, segments
from search.inverted.buffer import Buffer, Fields
from search.inverted.file import File
from search.inverted.merging import MOST, flush
from search.inverted.shelf import Shelf
from search.inverted.view import Query, Scored
from search.inverted.views import Views

EVERY = range(-(1 << 63), 1 << 63)
_BUFFERED = 1 << 21  # tokens in memory until they become segments, some 40 MB


class TextIndex:
    """Documents by language and key. What is put or removed counts from the next `commit` on.

    One thread at a time may put and remove; any may ask meanwhile, and other processes too.
    Whoever puts first waits until another process has committed or ended, a minute at most
    (then sqlite3.OperationalError).
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in a folder, which is made when it is missing; None: in memory only."""
        self._file = File(folder)
        self._shelf = Shelf(folder)
        self._views = Views(self._file, self._shelf)
        self._buffers: defaultdict[str, Buffer] = defaultdict(Buffer)
        self._gone: defaultdict[str, set[int]] = defaultdict(set)
        if self._is_damaged(self._file.reader):
            self._file.empty(self._is_damaged)

    def alone(self) -> AbstractContextManager[None]:
        """Within, no other process brings the index up to date; waits for one that does."""
        return self._file.alone()

    def still(self) -> AbstractContextManager[None]:
        """Within, this thread does not look for new commits, and is quicker for that."""
        return self._views.still()

    @property
    def revision(self) -> str:
        """What the last `commit` was told; empty for a new index."""
        with self._file.reading() as connection:
            return documents.revision(connection)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have documents."""
        return self._views.languages

    def put(self, key: int, language: str, fields: Fields, payload: bytes, digest: str) -> None:
        """Put a document, instead of the one of that key and language, if there is one."""
        documents.store(self._writing(), (language, key), payload, digest)
        self._gone[language].add(key)
        self._buffers[language].put(key, fields)
        if self._is_full(self._buffers[language]):
            self._flush()

    def remove(self, key: int, language: str) -> None:
        """Take a document out of a language, if it is there."""
        documents.forget(self._writing(), (language, key))
        self._gone[language].add(key)
        self._buffers[language].remove(key)

    def commit(self, revision: str) -> None:
        """Let everybody find what was put since the last time; remember ``revision``."""
        self._flush()
        documents.remember(self._writing(), revision)
        self._file.commit()
        with suppress(OperationalError):  # another process writes already, and sweeps then
            self._writing()
            self._file.commit()
        with self._file.reading() as connection:
            self._shelf.forget(segments.ids(connection))

    def digests(self, language: str, keys: range = EVERY) -> Mapping[int, str]:
        """The digests that a language's documents were put with, by their keys (among ``keys``)."""
        with self._file.reading() as connection:
            return documents.digests(connection, language, keys)

    def size(self, language: str) -> int:
        """How many documents a language has."""
        return self._views.view(language).size

    def length(self, language: str, field: str) -> float:
        """How many tokens that field has on average, where a document has it at all."""
        return self._views.view(language).averages.get(field, 0.0)

    def frequency(self, language: str, field: str, token: str) -> int:
        """How many of a language's documents hold a token in a field."""
        return self._views.view(language).frequency(field, token)

    def frequencies(self, language: str, tokens: Sequence[tuple[str, str]]) -> list[int]:
        """How many of a language's documents hold each token, given with its field.

        Documents that were replaced or removed may still be counted for a while.
        """
        return self._views.view(language).frequencies(tokens)

    def search(
        self, language: str, query: Query, limit: int, allowed: Container[int] | None = None
    ) -> list[Scored]:
        """The keys of the best ``limit`` documents of a language with their scores, best first.

        A score is the sum of weight times BM25 over the query's tokens that a document holds.
        """
        return self._views.view(language).search(query, limit, allowed)

    def shares(self, language: str, query: Query, limit: int) -> list[Scored]:
        """The same with shares (0 to 1) of the score that a document could have at most."""
        return self._views.view(language).shares(query, limit)

    def payloads(self, language: str, keys: Iterable[int]) -> list[bytes]:
        """What these documents were put with, in the order of the keys. Raises KeyError."""
        with self._file.reading() as connection:
            return documents.payloads(connection, language, keys)

    def held(self, language: str, keys: Iterable[int]) -> dict[int, bytes]:
        """What documents were put with, by key, of those that the language has."""
        with self._file.reading() as connection:
            return documents.held(connection, language, keys)

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._file.close()

    def _writing(self) -> Connection:
        if not self._file.is_writing:
            connection = self._file.begin()
            self._shelf.sweep(segments.ids(connection))  # what a merge or a crash left behind
        return self._file.writer

    def _is_damaged(self, connection: Connection) -> bool:
        return self._shelf.lacks(segments.ids(connection))

    def _is_full(self, buffer: Buffer) -> bool:
        return len(buffer) == MOST or sum(x.tokens for x in self._buffers.values()) > _BUFFERED

    def _flush(self) -> None:
        connection = self._writing()
        for language in {**self._gone, **self._buffers}:
            segments.bury(connection, language, self._gone[language])
            flush(connection, self._shelf, language, self._buffers[language])
        self._gone.clear()
        self._buffers.clear()
