"""What is as long as a table may have it fits into the database, which SQLite would not tell."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from models.imports import measure_columns, offer_columns, people_columns
from models.imports.cells import Parser
from models.imports.measure_known import known, named
from models.imports.offers import apply, plan, report
from models.imports.offers_table import read_offers
from models.imports.people_table import read_people
from models.imports.problems import Unexpected
from models.imports.sheet_reading import Form
from models.store import Store
from tests.models import measure_tables, offer_tables, people_tables
from tests.models.measure_tables import CAFE, DEPARTMENTS, GROUPS, INDICATORS, STEPS, problems
from tests.models.offer_tables import COURSE, LANGUAGE_FIELD, TOPICS
from tests.models.people_tables import BOSS

Row = dict[str, Any]
LENGTHS = (32_000, 4000, 500, 300, 255, 254, 200, 150, 120, 80, 64, 48, 40, 32, 24, 16, 12)


def brimful() -> Iterator[str]:
    """Values of all sorts, the longest first."""
    for length in LENGTHS:
        yield "x" * length
        yield f"https://{'x' * (length - 12)}.org"
        yield f"{'x' * 64}@{'y' * (length - 69)}.org"
        yield f"{'x' * 64}@{'y' * 190}.{'z' * (length - 256)}"
        yield "1" * length
    yield from ("9.999.999.999,99", "99.999.999.999,999", "100000", "-180", "100", "60")


PARTS = {
    "steps": (measure_columns.STEP_FORM, STEPS[0]),
    "indicators": (measure_columns.INDICATOR_FORM, INDICATORS[1]),
    "departments": (measure_columns.DEPARTMENT_FORM, DEPARTMENTS[0]),
    "groups": (measure_columns.GROUP_FORM, GROUPS[0]),
}
VALUES = tuple(dict.fromkeys(brimful()))


def filled(row: Row, form: Form, has_problems: Callable[[Row], object]) -> Row:
    """The row with the longest value in each column that takes one of those."""
    for column, read in columns(form).items():
        longer = ({**row, column: value} for value in VALUES if taken(read, value))
        row = next((full for full in longer if not has_problems(full)), row)
    return row


def columns(form: Form) -> dict[str, Parser]:
    """How the cell of each column is read."""
    return {**form.plain, **{f"{name}::de": read for name, read in form.translated.items()}}


def taken(read: Parser, value: str) -> bool:
    """Whether the cell by itself is right, which is quicker told than of a whole table."""
    try:
        read(value)
    except Unexpected:
        return False
    return True


def test_offers(store: Store) -> None:
    def reading(offer: Row, field: Row = LANGUAGE_FIELD) -> Any:
        return read_offers(offer_tables.table(offer, fields=(field,)), TOPICS)

    offer = filled(COURSE, offer_columns.OFFER_FORM, lambda row: reading(row).problems)
    field = filled(
        LANGUAGE_FIELD, offer_columns.FIELD_FORM, lambda row: reading(offer, row).problems
    )
    assert len(offer["title::de"]) == offer_columns.LONGEST_TITLE
    wanted = reading(offer, field)
    with store.transaction() as session:
        apply(session, plan(session, wanted, "table"))
        assert not report(plan(session, wanted, "table")).anything


@cache
def longest_measure() -> dict[str, Row]:
    """Its sheets, by their names. Found once: no database is asked for it."""

    def wrong(sheet: str, row: Row) -> object:
        return problems(measure, **{sheet: (row,)})

    measure = filled(CAFE, measure_columns.MEASURE_FORM, problems)
    parts: dict[str, Row] = {"measures": measure}
    for name, (form, row) in PARTS.items():
        own = {"number": measure["number"]} if "number" in row else {}
        parts[name] = filled({**row, **own}, form, partial(wrong, name))
    return parts


def test_measures(store: Store) -> None:
    parts = dict(longest_measure())
    measure = parts.pop("measures")
    assert len(measure["title"]) == measure_columns.LONGEST_TITLE
    assert len(parts["steps"]["name"]) == measure_columns.LONGEST_NAME
    table = measure_tables.table(measure, **{name: (row,) for name, row in parts.items()})
    measure_tables.imports(store, table)
    assert not measure_tables.imports(store, table).anything


def test_people(store: Store) -> None:
    with store.transaction() as session:
        people, bodies = known(session), named(())

        def wrong(row: Row) -> object:
            return read_people(people_tables.table(row), people, bodies).problems

        boss = filled(BOSS, people_columns.PEOPLE_FORM, wrong)
        assert len(boss["name"]) == people_columns.LONGEST_NAME
        people_tables.imported(session, boss)
        assert not people_tables.imported(session, boss).anything
