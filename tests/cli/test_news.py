"""`lotse news` and `lotse report news` as a person types them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from bot.__main__ import app
from models import accounts, news, news_button, news_picture, news_text
from models.delivery import DELIVERY
from models.news import NEWS, News, NewsState
from models.role import Role
from models.turn import Sender
from tests.databases import BOTH, opened
from tests.house.project import ROOT
from tests.people import account, at
from tests.picturing import FILES

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
DEMO = ROOT / "demo" / "news"
FEST = """+++
picture = "park.png"
alt = "Ein Park im Winter"
[audience]
roles = ["manager"]
[[buttons]]
link = "https://www.mittelstadt.example/fest"
label = "Programm"
+++
# Fest im Park

Kommen Sie.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, settled_url: str, tmp_path: Path) -> Run:
    """`run("news", …)` where the demo town is: exit code, what is said, what is complained of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSE_DATABASE_URL", settled_url)
    (tmp_path / "fest.md").write_text(FEST, "utf-8")
    (tmp_path / "fest.ar.md").write_text("# احتفال في الحديقة\n\nأهلاً بكم.\n", "utf-8")
    (tmp_path / "park.png").write_bytes(FILES["park.png"])

    def running(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, words, input="y\n")
        return done.exit_code, done.stdout, done.stderr

    return running


def stored(url: str) -> News:
    """The only news."""
    with opened(url) as store, store.transaction() as session:
        (found,) = news.in_states(session, list(NewsState))
        return found


def manager(url: str) -> None:
    """Somebody who can be reached in the web chat."""
    with opened(url) as store, store.transaction() as session:
        id = account(session, Role.MANAGER, name="Leitung")
        accounts.change(session, id, email="leitung@example.org")
        at(session, Sender("web", "leitung", "de"), id)


def test_a_file_becomes_a_draft_and_the_same_draft_again(run: Run, settled_url: str) -> None:
    code, said, complained = run("news", "fest.md")
    assert (code, complained) == (0, "")
    assert said.startswith("fest: Fest im Park (de, ar)\n")
    Path("fest.md").write_text(FEST.replace("im Park", "am See"), "utf-8")
    assert "Changed draft" in run("news", "fest.md")[1]
    found = stored(settled_url)
    assert found.state is NewsState.DRAFT
    with opened(settled_url) as store, store.transaction() as session:
        texts = news_text.of(session, found.id)
        assert {name: text.title for name, text in texts.items()} == {
            "de": "Fest am See",
            "ar": "احتفال في الحديقة",
        }
        assert news_picture.of(session, found.id)
        assert news_button.of(session, found.id)[1].labels == {"de": "Programm"}


def test_a_version_that_is_no_more_goes(run: Run, settled_url: str) -> None:
    run("news", "fest.md")
    Path("fest.ar.md").unlink()
    run("news", "fest.md")
    with opened(settled_url) as store, store.transaction() as session:
        assert list(news_text.of(session, stored(settled_url).id)) == ["de"]


def test_a_check_says_whom_it_reaches_and_changes_nothing(run: Run, settled_url: str) -> None:
    manager(settled_url)
    code, said, _ = run("news", "fest.md", "--check")
    assert code == 0
    assert "  de web: 1\n  reaches 1; takes about 1 min.\n  Only checked.\n" in said
    with opened(settled_url) as store, store.transaction() as session:
        assert session.scalar(select(func.count()).select_from(NEWS)) == 0


def test_sending_asks_and_then_plans(run: Run, settled_url: str) -> None:
    code, said, _ = run("news", "fest.md", "--send")
    assert code == 0
    assert said.endswith("fest: is sent as soon as Lotse runs.\n")
    assert stored(settled_url).state is NewsState.SCHEDULED
    code, _, complained = run("news", "fest.md")
    assert code == 1
    assert "is scheduled already; see to it in the chat: /news." in complained


def test_where_a_town_wants_it_a_second_person_is_asked(
    run: Run, settled_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_NEWS_APPROVAL", "true")
    manager(settled_url)
    said = run("news", "fest.md", "--send", "--yes")[1]
    assert "fest: waits for a second person; 1 are asked." in said
    assert stored(settled_url).state is NewsState.WAITING


def test_a_test_goes_to_one_person_in_all_languages(run: Run, settled_url: str) -> None:
    manager(settled_url)
    code, said, _ = run("news", "fest.md", "--test", "leitung@example.org")
    assert (code, said) == (0, "fest: 2 messages to leitung@example.org, as soon as Lotse runs.\n")
    with opened(settled_url) as store, store.transaction() as session:
        assert set(session.scalars(select(DELIVERY.c.address))) == {"leitung"}
    assert run("news", "fest.md", "--test", "nobody@example.org")[0] == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('roles = ["boss"]', "fest.md, line 5, audience.roles[1]: Input should be"),
        ('groups = ["AG Sprahce"]', "fest.md, line 5, audience.groups: there is no group"),
        ('languages = ["xx"]', "fest.md, line 5, audience.languages: there is no language “xx”"),
        ("[schedule]\nfirst = 2026-12-01T10:00:00\nrepeat = 'FREQ=HOURLY'", "schedule.repeat: "),
    ],
)
def test_what_is_wrong_has_its_place_and_nothing_changes(
    run: Run, settled_url: str, wrong: str, said: str
) -> None:
    Path("fest.md").write_text(FEST.replace('roles = ["manager"]', wrong), "utf-8")
    code, _, complained = run("news", "fest.md")
    assert code == 1
    assert said in complained
    assert complained.endswith("Nothing was changed.\n")


def test_unknown_offers_surveys_topics_and_pictures_are_named(run: Run) -> None:
    toml = """
topics = ["sprachcafe"]
districts = ["Altstatd"]
picture = "../park.png"
[title]
de = "Fest"
[text]
de = "Kommen Sie."
[alt]
de = "Park"
[[buttons]]
offer = "sprachcafe-farberei"
[[buttons]]
survey = "nonesuch"
"""
    Path("kurs.toml").write_text(toml, "utf-8")
    complained = run("news", "kurs.toml", "--check")[2]
    farberei = "“sprachcafe-farberei”; did you mean “sprachcafe-faerberei”?"
    assert complained.splitlines() == [
        "kurs.toml, line 2, topics: there is no topic “sprachcafe”",
        "kurs.toml, line 3, districts: there is no district “Altstatd”; did you mean “Altstadt”?",
        f"kurs.toml, line 11, buttons[1]: there is no offer {farberei}",
        "kurs.toml, line 13, buttons[2]: there is no survey “nonesuch”",
        "kurs.toml, line 4, picture: expected a picture (JPEG, PNG, WebP) beside the file",
        "Nothing was changed.",
    ]


def test_the_demo_towns_news_are_right(run: Run) -> None:
    code, said, complained = run("news", str(DEMO), "--check")
    assert (code, complained) == (0, "")
    assert said.count("Only checked.") == 3
    assert "nikolausfest: Nikolausfest für alle (de, ar, en, fa, fr, pl, ro, ru, tr, uk)" in said


@pytest.mark.parametrize("ending", ["html", "xlsx"])
def test_the_report_is_a_page_or_a_workbook(run: Run, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"news.{ending}"
    assert run("report", "news", str(path), "--lang", "ar")[0] == 0
    assert path.stat().st_size > 2000
