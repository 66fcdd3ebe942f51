"""Random sequences of people who take two surveys: no order in a dump says anything of another.

People come, answer and go in one order, which is the worst case: whatever a dump tells of the order
in which responses were written would then say whose each is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

from models.store import Store
from models.survey import Plan
from tests.models.attacking import Dump, Lotse, Naive, Row, Way, answer
from tests.models.ranking import PEOPLE, ROWS, SURE, correlation, deviations, ranks

COMING, RUNS = 12, 12
Found = dict[tuple[str, ...], list[float]]


def answered(way: Way, rng: Random, run: int) -> list[str]:
    """All answer in the order in which they came, at some length; the job comes at any time."""
    names = [f"p{run}x{number}" for number in range(COMING)]
    for name in names:
        way.submits(name, {"/need": f"answer-of-{name}-" + "x" * rng.randrange(40)})
        if rng.random() < 0.4:
            way.mixes()
    way.mixes()
    return names


def by_name(dump: Dump, names: list[str]) -> dict[str, Mapping[str, Row]]:
    """Her own row, her mark and her response: what the attacker would like to know."""
    there = {row["address"]: row for row in dump.people}
    marks = {dump.names[row["token"]]: row for row in dump.marks}
    said = {answer(row).split("-")[2]: row for row in dump.responses}
    return {
        "people": {name: there[name] for name in names},
        "marks": {name: marks[name] for name in names},
        "responses": {name: said[name] for name in names},
    }


def orders(dump: Dump, names: list[str]) -> Iterator[tuple[str, str, list[float]]]:
    """Each order of each kind of row: the ranks of everybody in it."""
    for kind, rows in by_name(dump, names).items():
        for order, of in (PEOPLE if kind == "people" else ROWS).items():
            yield kind, order, ranks(of(dump, rows[name]) for name in names)


def correlations(dump: Dump, names: list[str]) -> Iterator[tuple[tuple[str, ...], float]]:
    """Between every order of people or marks and every order of responses."""
    every = list(orders(dump, names))
    known = [one for one in every if one[0] != "responses"]
    wanted = [one for one in every if one[0] == "responses"]
    for (kind, one, here), (_, other, there) in product(known, wanted):
        yield (kind, one, other), correlation(here, there)


def too_sure(found: Found) -> dict[tuple[str, ...], float]:
    """What does better than chance, and by how much."""
    sure = {what: deviations(each, COMING) for what, each in found.items()}
    return {what: by for what, by in sure.items() if by > SURE}


def test_where_responses_are_kept_naively_orders_tell(store: Store) -> None:
    found: Found = defaultdict(list)
    for run in range(RUNS):
        rng = Random(run)
        way = Naive(store, rng)
        names = answered(way, rng, run)
        for what, value in correlations(way.dump(), names):
            found[what].append(value)
    told = set(too_sure(found))
    assert {("people", "number", x) for x in ("place", "number", "time")} <= told
    assert {("marks", x, x) for x in ("place", "number", "time")} <= told


def test_no_order_tells_whose_a_response_is(store: Store) -> None:
    found: Found = defaultdict(list)
    for run in range(RUNS):
        rng = Random(run)
        way = Lotse(store, rng=rng)
        names = answered(way, rng, run)
        way.closes()
        for what, value in correlations(way.dump(), names):
            found[what].append(value)
    assert too_sure(found) == {}


def test_no_order_tells_who_took_part_in_another_survey(store: Store) -> None:
    """The same people in the same order: neither marks nor responses lie as in the other one."""
    found: Found = defaultdict(list)
    for run in range(RUNS):
        rng = Random(run)
        ways = [Lotse(store, Plan({"de": title}), rng=rng) for title in ("one", "two")]
        names, _ = (answered(way, rng, run) for way in ways)
        assert all(way.closes() for way in ways)
        dumps = [way.dump() for way in ways]
        assert set(dumps[0].names).isdisjoint(dumps[1].names)
        here, there = (
            {(kind, order): ranked for kind, order, ranked in orders(dump, names)} for dump in dumps
        )
        for what in here:
            if what[0] != "people":
                found[what].append(correlation(here[what], there[what]))
    assert too_sure(found) == {}
