"""HSDS as directories really send it: older versions, gaps, dirt and damage."""

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.imports import offers
from models.imports.hsds import package, read_hsds
from models.imports.hsds.layout import COLUMNS
from models.imports.offers import OffersReport
from models.imports.reading import Reading
from models.store import Store
from tests.models.hsds_cases import REPORT, TOPICS, case, cases, report

ONCE = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WHOLE = case("tables-3.0")


def problem(path: Path) -> str:
    """The only problem of what cannot be imported at all."""
    reading = read_hsds(path, TOPICS)
    assert reading.offers == ()
    [found] = reading.problems
    return found.code


def imported(store: Store, reading: Reading) -> OffersReport:
    """What an import into a database did."""
    with store.transaction() as session:
        return offers.apply(session, offers.plan(session, reading, "hsds"))


def zipped(folder: Path, path: Path) -> Path:
    """An archive of a folder's files, below a folder as some programs pack it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"package/{file.name}")
    return path


@pytest.mark.parametrize("name", cases())
def test_a_case_gives_its_report(name: str) -> None:
    expected = (case(name) if case(name).is_dir() else case(name).parent) / REPORT
    assert report(case(name)) == expected.read_text("utf-8")


def test_an_archive_is_read_as_the_folder_in_it(tmp_path: Path) -> None:
    archive = zipped(WHOLE, tmp_path / "package.zip")
    assert read_hsds(archive, TOPICS) == read_hsds(WHOLE, TOPICS)


def test_tables_may_lie_in_a_folder_of_the_package(tmp_path: Path) -> None:
    copytree(WHOLE, tmp_path / "data")
    assert read_hsds(tmp_path, TOPICS).offers == read_hsds(WHOLE, TOPICS).offers


@pytest.mark.parametrize("name", ["dirty", "tables-1.x", "json-list"])
def test_what_was_read_is_stored_and_known_again(store: Store, name: str) -> None:
    reading = read_hsds(case(name), TOPICS)
    made = [imported(store, reading) for _ in range(2)]
    assert made[0].count("new") == len(reading.offers)
    assert made[1].anything is False


def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    header, *rows = (case("dirty") / "Services.csv").read_text("utf-8").splitlines()
    before = {x.source_id for x in read_hsds(case("dirty"), TOPICS).offers}
    copytree(case("dirty"), tmp_path, dirs_exist_ok=True)
    (tmp_path / "Services.csv").write_text("\n".join((header, *reversed(rows))), "utf-8")
    assert {x.source_id for x in read_hsds(tmp_path, TOPICS).offers} == before


@pytest.mark.parametrize("private", ["kein Postfach", "falsch", "bitte mailen", "Müller"])
def test_what_may_be_personal_is_not_in_the_report(private: str) -> None:
    reading = read_hsds(case("dirty"), TOPICS)
    assert not any(private in str(notice) for notice in reading.notices)


def test_many_alike_are_told_once(tmp_path: Path) -> None:
    rows = "".join(f"{number},,Angebot {number},geschlossen\n" for number in range(200))
    (tmp_path / "services.csv").write_text(f"id,organization_id,name,status\n{rows}", "utf-8")
    told = [str(x) for x in read_hsds(tmp_path, TOPICS).notices]
    assert len(told) < 40
    assert "services.csv, column status: more of the same: 190" in told


@pytest.mark.parametrize(
    "path",
    [
        lambda _: WHOLE,
        lambda _: case("json-list"),
        lambda folder: zipped(WHOLE, folder / "package.zip"),
    ],
)
def test_progress_goes_up_to_the_whole(tmp_path: Path, path: Callable[[Path], Path]) -> None:
    steps: list[tuple[int, int]] = []
    read_hsds(path(tmp_path), TOPICS, lambda *step: steps.append(step))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"id,name\n" + b"1,x\n" * 5_000_000)
    assert problem(path) == "hsds_bomb"


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(package.MOST_FILES + 1):
            archive.writestr(f"{number}.csv", "")
    assert problem(path) == "hsds_members"


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(WHOLE, tmp_path / "package.zip")
    content = bytearray(path.read_bytes())
    content[80:4000] = bytes(3920)
    path.write_bytes(content)
    assert problem(path) == "unreadable"


def test_an_archive_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = zipped(WHOLE, tmp_path / "package.zip")
    path.write_bytes(path.read_bytes()[:-200])
    assert problem(path) == "unreadable"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "hsds_json"),
        (b"[]", "hsds_foreign"),
        (b"{}", "hsds_foreign"),
        (b'"x"', "hsds_json"),
        (b"[1 2]", "hsds_json"),
        (b'[{"name": "a"}] [', "hsds_json"),
        (b'[{"name": "a",}]', "hsds_json"),
        (b"\xff\xfe[", "encoding"),
        (b"[" * 100_000, "hsds_deep"),
    ],
)
def test_json_that_is_none_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "services.json").write_bytes(content)
    assert problem(tmp_path / "services.json") == code


def test_json_that_is_cut_off_imports_nothing(tmp_path: Path) -> None:
    whole = case("json-list").read_bytes().rstrip()
    path = tmp_path / "services.json"
    for end in range(1, len(whole), 97):
        path.write_bytes(whole[:end])
        assert problem(path) in {"hsds_ended", "encoding"}


@pytest.mark.parametrize("path", ["missing.json", "missing.zip", "missing"])
def test_nothing_there_is_said(tmp_path: Path, path: str) -> None:
    assert problem(tmp_path / path) == "nothing"


CELLS = st.sampled_from(("", "1", "s", "null", "x" * 300, "-1e999", "24:00Z", "MO,9SU", "\x00")) | (
    st.text(max_size=8)
)


@ONCE
@given(data=st.data())
def test_no_tables_are_too_strange_to_be_reported(tmp_path: Path, data: st.DataObject) -> None:
    for table, columns in COLUMNS.items():
        cells = st.dictionaries(st.sampled_from(sorted(columns)), CELLS, max_size=6)
        rows = data.draw(st.lists(cells.map(lambda x: {"id": "1"} | x), max_size=2))
        first = {"id": "s", "name": "Da"} if table == "service" else {}
        names = sorted(columns)
        cells_of = [[row.get(name, "") for name in names] for row in (first, *rows)]
        with (tmp_path / f"{table}s.csv").open("w", encoding="utf-8", errors="replace") as file:
            csv.writer(file).writerows((names, *cells_of))
    reading = read_hsds(tmp_path, TOPICS)
    assert reading.problems == ()
    assert "Da" in {x.texts["de"]["title"] for x in reading.offers}
    assert all(str(notice) for notice in reading.notices)


KEYS = st.sampled_from(
    (
        *("id", "name", "status", "organization", "phones", "schedules", "service_at_locations"),
        *("location", "attributes", "taxonomy_term", "languages", "addresses", "number", "byday"),
    )
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@ONCE
@given(services=st.lists(st.dictionaries(KEYS, VALUES), max_size=3))
def test_no_json_is_too_strange_to_be_reported(tmp_path: Path, services: list[Any]) -> None:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([*services, {"name": "Da"}]), "utf-8")
    reading = read_hsds(path, TOPICS)
    assert reading.problems == ()
    assert reading.offers[-1].texts == {"de": {"title": "Da"}}
    assert all(str(notice) for notice in reading.notices)
