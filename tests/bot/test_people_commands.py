"""The commands about people as a person types them, each a process of its own."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Commands, Told
from tests.house.project import ROOT

Run = Callable[..., Told]
DEMO = str(ROOT / "demo")
LINK = re.compile(r"http://127\.0\.0\.1:8080/\?start=(join_[\w-]{27})")


@pytest.fixture
def run(commands: Commands, tmp_path: Path, empty_url: str) -> Run:
    """`run("invite", …)` in an empty folder with no settings but the database."""

    def running(*words: str, typed: str = "", database: str = empty_url) -> Told:
        settings = {"LOTSE_DATABASE_URL": database}
        return commands.run(*words, folder=tmp_path, typed=typed, settings=settings)

    return running


def link_in(told: Told) -> str:
    """The payload of the one link that was printed."""
    assert (told.returncode, told.stderr) == (0, "")
    (payload,) = LINK.findall(told.stdout)
    return str(payload)


def chat(run: Run, *lines: str) -> str:
    """What is answered in the terminal."""
    return run("chat", "--lang", "de", typed="\n".join((*lines, "/quit", ""))).stdout


def test_the_first_administrator_comes_from_the_command_line(run: Run) -> None:
    told = run("invite", "administrator", "--name", "EDV-Stelle")
    payload = link_in(told)
    assert "▀" in told.stdout  # the QR code
    said = chat(run, "/language de", f"/start {payload}", f"/start {payload}", "/me", "/invite")
    assert "Das ist jetzt Ihre Aufgabe bei Lotse: Administration." in said
    assert "Diese Einladung haben Sie schon angenommen." in said
    assert "Bei Lotse sind Sie: EDV-Stelle" in said
    assert "Integrationsmanagement" in said


def test_what_is_not_understood_is_said_and_makes_no_link(run: Run) -> None:
    for words, sentence in (
        (("--language", "Vulkanisch"), "unknown language “Vulkanisch”"),
        (("--organization", "Nirgends"), "there is no organization “Nirgends”"),
        (("--email", "nirgends"), "“nirgends” is no e-mail address"),
    ):
        told = run("invite", "counsellor", *words)
        assert (told.returncode, told.stdout) == (1, "")
        assert sentence in told.stderr
    assert run("invite", "boss").returncode == 2


def test_links_for_many_are_written_into_a_file(run: Run, tmp_path: Path) -> None:
    first = run("import", "people", DEMO, "--links", "links.csv")
    assert (first.returncode, first.stderr) == (0, "")
    assert "31 new, 0 changed, 0 unchanged, 0 vanished. Done." in first.stdout
    assert "31 links are in links.csv." in first.stdout
    with (tmp_path / "links.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["id"] for row in rows][:1] == ["demo-integrationsbuero"]
    payload = LINK.search(rows[0]["link"])
    assert payload
    said = chat(run, "/language de", f"/start {payload[1]}")
    assert "Verantwortung für Maßnahmen und Integrationsmanagement" in said
    again = run("import", "people", DEMO, "--links", "more.xlsx")
    assert "0 new, 0 changed, 31 unchanged, 0 vanished. Done." in again.stdout
    assert "0 links are in more.xlsx." in again.stdout
    assert "30 people have a role waiting" in again.stdout


def test_a_check_needs_no_database(run: Run, tmp_path: Path) -> None:
    told = run("import", "people", DEMO, "--check", database="sqlite:///lotse.db")
    assert (told.returncode, told.stderr) == (0, "")
    assert "31 new, 0 changed, 0 unchanged, 0 vanished. Only checked." in told.stdout
    assert list(tmp_path.glob("*.db")) == []


def test_checking_makes_nothing(run: Run, tmp_path: Path) -> None:
    told = run("import", "people", DEMO, "--check", "--links", "links.csv")
    assert told.returncode == 2
    assert run("import", "people", DEMO, "--links", "links.pdf").returncode == 2
    assert not list(tmp_path.glob("links*"))


def test_a_wrong_table_is_refused_with_every_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id;name;role\nx;;Chef\n", "utf-8")
    told = run("import", "people", "people.csv")
    assert told.returncode == 1
    assert "people.csv, sheet people, row 2, column B (name)" in told.stderr
    assert "people.csv, sheet people, row 2, column C (role)" in told.stderr


def test_somebody_at_the_terminal_tries_a_role(run: Run) -> None:
    told = run("chat", "--as", "manager", typed="/language de\n/me\n/quit\n")
    assert "lotse chat --as manager" in told.stdout
    assert "Aufgaben: Integrationsmanagement" in told.stdout
    assert "als Gast" in chat(run, "/language de", "/me")
