"""`lotse import offers` and `lotse export offers`: formats, sources, whose changes these are."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.importing import MOST
from bot.cli.offer_formats import Format, guessed
from bot.cli.progress import bar
from models.base import Session
from models.role import Role
from tests.commands import Commands, Told
from tests.databases import Templates, opened
from tests.models.upkeep import somebody

Run = Callable[..., Told]
UNCHANGED = "0 new, 0 changed, 98 unchanged, 0 vanished. Done."


@pytest.fixture
def here(sqlite: Templates) -> Iterator[str]:
    """The address of a database with the demo town."""
    with sqlite.like(sqlite.settled) as url:
        yield url


@pytest.fixture
def run(commands: Commands, tmp_path: Path, here: str) -> Run:
    """`run("export", …)` in an empty folder, beside that database."""

    def running(*words: str) -> Told:
        return commands.run(*words, folder=tmp_path, settings={"LOTSE_DATABASE_URL": here})

    return running


def table(path: Path, *ids: str, answer: str = "Wir helfen.", keeper: str = "") -> None:
    """An offers table with these offers."""
    rows = (f"{id},Verein,Angebot {id},{answer},{keeper}\n" for id in ids)
    header = "id,organization,title::de,short_answer::de,keeper_email\n"
    path.write_text(header + "".join(rows), encoding="utf-8")


@pytest.mark.parametrize("path", ["offers.json", "hsds"])
def test_what_was_written_as_hsds_changes_nothing_when_it_is_read(run: Run, path: str) -> None:
    assert run("export", "offers", path).stdout == f"98 offers are in {path}.\n"
    told = run("import", "offers", path, "--source", "table")
    assert (told.returncode, told.stderr) == (0, "Read as HSDS; --format says otherwise.\n")
    assert told.stdout == f"{UNCHANGED}\n"


def test_another_source_is_another_directory(run: Run) -> None:
    run("export", "offers", "offers.json")
    assert "98 new, 0 changed" in run("import", "offers", "offers.json").stdout
    asked = run("export", "offers", "again.json")
    assert asked.returncode == 1
    assert "hsds (98), table (98). Say which: --source" in asked.stderr
    assert run("export", "offers", "again.json", "--source", "hsds").returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["offers.pdf"], "offers.pdf: hsds is written to .json, .zip, a folder"),
        (["offers.json", "--format", "table"], "offers.json: table is written to .xlsx, .csv, a"),
        (["o.json", "--source", "x"], "There are no offers of a source “x”, but of table (98)."),
        (["missing/offers.json"], "missing/offers.json: No such file or directory"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, words: list[str], sentence: str) -> None:
    told = run("export", "offers", *words)
    assert told.returncode == 1
    assert sentence in told.stderr


def test_without_path_or_region_nothing_is_read(run: Run) -> None:
    missing = run("import", "offers", "nothing.csv")
    assert (missing.returncode, "nothing.csv" in missing.stderr) == (2, True)
    address = run("import", "offers", "http://127.0.0.1:9/")
    assert (address.returncode, "--region" in address.stderr) == (2, True)


def test_a_long_report_is_cut_and_all_shows_everything(run: Run, tmp_path: Path) -> None:
    table(tmp_path / "many.csv", *map(str, range(MOST + 5)))
    words = ("import", "offers", "many.csv", "--source", "many", "--check")
    short, long = run(*words), run(*words, "--all")
    assert short.stdout.count("Angebot ") == MOST
    assert "… and 5 more. All of them: --all" in short.stdout
    assert long.stdout.count("Angebot ") == MOST + 5
    assert "--all" not in long.stdout


def test_changes_in_a_keepers_name_wait(run: Run, tmp_path: Path, here: str) -> None:
    mail = "kurse@example.org"
    with opened(here) as store, Session(store.engine) as session, session.begin():
        somebody(session, "Kurse", Role.KEEPER, email=mail, email_verified=True)
    table(tmp_path / "offers.csv", "a", "b", keeper=mail)
    words = ("import", "offers", "offers.csv", "--source", "mine")
    assert "2 new" in run(*words).stdout
    table(tmp_path / "offers.csv", "a", "b", "c", answer="Wir helfen gern.", keeper=mail)
    told = run(*words, "--by", mail)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.endswith("0 are public, 3 wait for a manager's yes.\n")
    assert "1 new, 2 changed" in run(*words, "--check").stdout


def test_nobody_imports_in_a_strangers_name(run: Run, tmp_path: Path) -> None:
    table(tmp_path / "mine.csv", "a")
    words = ("import", "offers", "mine.csv", "--source", "mine")
    unknown = run(*words, "--by", "no@example.org")
    assert unknown.returncode == 1
    assert "There is nobody with the address no@example.org. Nothing was changed." in unknown.stderr
    assert "1 new" in run(*words, "--check").stdout


@pytest.mark.parametrize(
    ("files", "path", "form"),
    [
        ({"offers.xlsx": ""}, "offers.xlsx", Format.table),
        ({"offers.csv": ""}, "", Format.table),
        ({}, "", Format.table),
        ({"services.csv": "", "phones.csv": ""}, "", Format.hsds),
        ({"Service.csv": ""}, "", Format.hsds),
        ({"tables/services.csv": ""}, "", Format.hsds),
        ({"datapackage.json": "{}"}, "", Format.hsds),
        ({"offers.csv": "", "datapackage.json": "{}"}, "", Format.table),
        ({"de/pages.json": "[]"}, "", Format.integreat),
        ({"ar/events.json": "[]"}, "", Format.integreat),
        ({"a.zip": ""}, "a.zip", Format.hsds),
        ({"a.json": ' [{"id": 1}]'}, "a.json", Format.hsds),
        ({"a.json": '{"total_items": 1, "contents": []}'}, "a.json", Format.hsds),
        ({"a.json": '\ufeff{ "offers": []}'}, "a.json", Format.table),
    ],
)
def test_a_format_is_seen_from_what_lies_there(
    tmp_path: Path, files: dict[str, str], path: str, form: Format
) -> None:
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert guessed(str(tmp_path / path)) is form


def test_an_address_is_integreat() -> None:
    assert guessed("https://cms.example.org") is Format.integreat


def test_a_bar_is_for_people_alone() -> None:
    for terminal in (True, False):
        shown = Console(file=io.StringIO(), force_terminal=terminal, width=80)
        with bar("Reading", shown) as progress:
            progress(1, 4)
        assert isinstance(shown.file, io.StringIO)
        assert ("Reading" in shown.file.getvalue()) is terminal
        assert ("25%" in shown.file.getvalue()) is terminal


def test_an_export_says_what_is_in_it(run: Run, tmp_path: Path) -> None:
    run("export", "offers", "offers.json")
    services = json.loads((tmp_path / "offers.json").read_text("utf-8"))
    assert len(services) == 98
    assert {x["status"] for x in services} == {"active", "inactive", "temporarily closed"}
