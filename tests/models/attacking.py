"""An attacker with a copy of the whole database, and two ways of keeping responses to attack.

The attacker has the order in which rows lie, the transaction that wrote each (PostgreSQL), the
file (SQLite), and also the secret that is not in the database: she knows whose each mark is. She
tries to say which response belongs to whom.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol

from sqlalchemy import text

from models import participation, person
from models.base import Session
from models.sealing import tag
from models.store import Store
from models.turn import Sender
from tests.databases import address_of, file_of
from tests.models.surveying import Asking

Row = Mapping[str, Any]
Guess = dict[str, str]
"""Who → what the attacker takes for her answer."""


@dataclass
class Dump:
    """Rows as they lie, unsorted; `names` says whose a mark is; `file` as on the disk."""

    people: list[Row]
    marks: list[Row]
    responses: list[Row]
    names: dict[str, str]
    file: bytes = b""

    def pairs(self, marks: list[Row], responses: list[Row]) -> Guess:
        """The first mark belongs to the first response."""
        named = [self.names[mark["token"]] for mark in marks]
        return dict(zip(named, map(answer, responses), strict=False))


class Way(Protocol):
    """A way of keeping responses."""

    def submits(self, name: str, values: Mapping[str, str]) -> Any:
        """Somebody answers."""

    def mixes(self) -> int:
        """Time passes."""

    def dump(self) -> Dump:
        """Everything."""


def answer(row: Row) -> str:
    """What a response says: everybody says something else, to be recognised by."""
    return str(json.loads(row["answers"])["values"]["/need"])


def rows(session: Session, name: str, where: str = "") -> list[Row]:
    """As they lie, with the transaction that wrote each where the database tells it."""
    on_postgresql = session.connection().dialect.name != "sqlite"
    columns = "*, xmin::text::bigint AS written" if on_postgresql else "*"
    found = session.execute(text(f"SELECT {columns} FROM {name} {where}"))
    return [dict(row) for row in found.mappings()]


def file(store: Store) -> bytes:
    """The database as it lies on the disk, "" for a server's."""
    url = address_of(store)
    if not url.startswith("sqlite"):
        return b""
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    return file_of(url).read_bytes()


@dataclass
class Lotse(Asking):
    """As it is. The attacker keeps the key when the survey closes."""

    kept: bytes = b""

    def __post_init__(self) -> None:
        super().__post_init__()
        with self.store.transaction() as session:
            self.kept = self.key(session)

    def dump(self) -> Dump:
        """Of this survey."""
        with self.store.transaction() as session:
            people, mine = rows(session, "person"), f"WHERE survey_id = {self.id}"
            marks, responses = (rows(session, x, mine) for x in ("participation", "response"))
        names = (one["address"] for one in people)
        tokens = {tag(self.kept, participation.PURPOSE, f"telegram:{x}"): x for x in names}
        return Dump(people, marks, responses, tokens, file(self.store))


NAIVE = (
    "CREATE TABLE naive_mark (id INTEGER, token TEXT, at INTEGER)",
    "CREATE TABLE naive_response (id INTEGER, answers TEXT, at INTEGER)",
)


@dataclass
class Naive:
    """As one might do it: no link between the two tables, but both written when she submits."""

    store: Store
    rng: Random
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with self.store.transaction() as session:
            for name in ("naive_mark", "naive_response"):
                session.execute(text(f"DROP TABLE IF EXISTS {name}"))
            for statement in NAIVE:
                session.execute(text(statement))

    def submits(self, name: str, values: Mapping[str, str]) -> None:
        """In one transaction with her own row."""
        token, number = f"{self.rng.getrandbits(256):064x}", len(self.names) + 1
        self.names[token] = name
        answers = json.dumps({"values": dict(values)})
        with self.store.transaction() as session:
            her = person.meet(session, Sender("telegram", name), Asking.today)
            person.press(session, her, token)
            marked = {"id": number, "token": token, "at": number}
            session.execute(text("INSERT INTO naive_mark VALUES (:id, :token, :at)"), marked)
            said = {"id": number, "answers": answers, "at": number}
            session.execute(text("INSERT INTO naive_response VALUES (:id, :answers, :at)"), said)

    def mixes(self) -> int:
        """Nothing does."""
        return 0

    def dump(self) -> Dump:
        """Everything."""
        with self.store.transaction() as session:
            names = ("person", "naive_mark", "naive_response")
            people, marks, responses = (rows(session, name) for name in names)
        return Dump(people, marks, responses, self.names, file(self.store))


def by_place(dump: Dump) -> Guess:
    """Rows lie in the order in which they were written."""
    return dump.pairs(dump.marks, dump.responses)


def by_id(dump: Dump) -> Guess:
    """Ids grow."""
    marks = sorted(dump.marks, key=lambda row: row.get("id", row["token"]))
    return dump.pairs(marks, sorted(dump.responses, key=lambda row: row["id"]))


def by_time(dump: Dump) -> Guess:
    """The finest time that is kept."""
    marks = sorted(dump.marks, key=lambda row: row.get("at", 0))
    return dump.pairs(marks, sorted(dump.responses, key=lambda row: row.get("at", row.get("week"))))


def by_transaction(dump: Dump) -> Guess:
    """Whoever was written to in the order of the transactions that wrote responses."""
    people = sorted(dump.people, key=lambda row: row.get("written", 0))
    there = set(dump.names.values())
    named = [one["address"] for one in people if one["address"] in there]
    said = sorted(dump.responses, key=lambda row: row.get("written", 0))
    return dict(zip(named, map(answer, said), strict=False))


def by_file(dump: Dump) -> Guess:
    """SQLite fills a page from its end: what stands further back in a page was written before."""
    marks = sorted(dump.marks, key=lambda row: place(dump.file, row["token"]))
    responses = sorted(dump.responses, key=lambda row: place(dump.file, row["answers"]))
    return dump.pairs(marks, responses)


def place(file: bytes, words: str) -> tuple[int, int]:
    """The page, and how far from its end."""
    offset = file.rfind(words.encode())
    return offset // 4096, -offset


ATTACKS: dict[str, tuple[Callable[[Dump], Guess], tuple[str, ...]]] = {
    "place": (by_place, ("sqlite", "postgresql")),
    "id": (by_id, ("sqlite", "postgresql")),
    "time": (by_time, ("sqlite", "postgresql")),
    "transaction": (by_transaction, ("postgresql",)),
    "file": (by_file, ("sqlite",)),
}
"""Each with the databases on which it finds everybody who answered in a naive way."""


def hits(way: Way, people: int, rng: Random, attacks: list[str]) -> dict[str, int]:
    """People answer in random order, the job comes at any time: how many each attack finds."""
    names = [f"p{number}" for number in range(people)]
    rng.shuffle(names)
    for name in names:
        way.submits(name, {"/need": f"answer-of-{name}"})
        if rng.random() < 0.5:
            way.mixes()
    way.mixes()
    return found(way.dump(), attacks)


def found(dump: Dump, attacks: list[str]) -> dict[str, int]:
    """How many people each attack finds in a dump."""
    guesses = {name: ATTACKS[name][0](dump) for name in attacks}
    return {
        name: sum(said == f"answer-of-{who}" for who, said in guess.items())
        for name, guess in guesses.items()
    }
