"""What files of news say, and what is wrong with them: by file, line and key."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.imports.news_file import NewsFile
from models.imports.news_markdown import read_markdown
from models.imports.news_places import Wrong
from models.imports.news_reading import files_at, read_news
from models.role import Role

LANGUAGES = {"de", "ar", "en"}
GERMAN = """+++
public = true
topics = ["leisure"]

[event]
begins = 2026-12-06T15:00:00
place = "Marktplatz 1"

[audience]
public = true
roles = ["network"]

[[buttons]]
link = "https://www.mittelstadt.example/fest"
label = "Zum Programm"
+++
# Nikolausfest

Es gibt *Kuchen*
und **Musik**.

- [Anmelden](https://www.mittelstadt.example/anmelden)
- kommen
"""
ARABIC = """+++
labels = ["البرنامج"]
machine = true
+++
# عيد نيكولاوس

كعك وموسيقى.
"""


def written(folder: Path, **files: str) -> Path:
    """Files by their names, with "__" for a dot; the first is the one to read."""
    paths = [folder / name.replace("__", ".") for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths[0]


def read(folder: Path, **files: str) -> NewsFile:
    return read_news(written(folder, **files), LANGUAGES, "de").news


def complaints(folder: Path, **files: str) -> list[str]:
    with pytest.raises(Wrong) as wrong:
        read(folder, **files)
    return [str(each) for each in wrong.value.complaints]


def test_markdown_with_a_head_and_a_version_beside_it(tmp_path: Path) -> None:
    news = read(tmp_path, fest__md=GERMAN, fest__ar__md=ARABIC)
    assert dict(news.title) == {"de": "Nikolausfest", "ar": "عيد نيكولاوس"}
    assert news.text["de"] == (
        "Es gibt Kuchen und Musik.\n\n"
        "• Anmelden (https://www.mittelstadt.example/anmelden)\n• kommen"
    )
    assert news.machine == {"ar"}
    assert news.event is not None
    assert news.event.begins == datetime(2026, 12, 6, 15)  # noqa: DTZ001  wall time
    assert news.audience.roles == {Role.NETWORK}
    assert news.topics == {"leisure"}
    assert dict(news.buttons[0].label) == {"de": "Zum Programm", "ar": "البرنامج"}


def test_toml_says_all_languages_in_one_file(tmp_path: Path) -> None:
    toml = '[title]\nde = "Fest"\nen = "Party"\n[text]\nde = "Kommen Sie."\nen = "Come."\n'
    news = read(tmp_path, fest__toml=toml)
    assert sorted(news.title) == ["de", "en"]


def test_a_file_may_be_in_another_language(tmp_path: Path) -> None:
    news = read(tmp_path, party__md='+++\nlanguage = "en"\n+++\n# Party\n\nCome.\n')
    assert dict(news.title) == {"en": "Party"}


def test_versions_are_no_news_of_their_own(tmp_path: Path) -> None:
    written(tmp_path, fest__md=GERMAN, fest__ar__md=ARABIC, kurs__toml="", README__md="# Demo")
    assert [path.name for path in files_at(tmp_path)] == ["fest.md", "kurs.toml"]


HEAD = "+++\n{}\n+++\n# Fest\n\nKommen Sie.\n"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("urgent = maybe", "fest.md, line 2: Invalid value"),
        ("urgant = true", "fest.md, line 2, urgant: there is no such key"),
        (
            "[event]\nplace = 'Markt'\nbegins = 2026-12-06T15:00:00Z",
            "fest.md, line 4, event.begins: expected the town's wall time, such as",
        ),
        (
            "[event]\nbegins = 2026-12-06T15:00:00\nends = 2026-12-06T14:00:00",
            "fest.md, line 2, event: it ends before it begins",
        ),
        ("[event]\nplace = 'Markt'", "fest.md, line 2, event.begins: is missing"),
        (
            "[[buttons]]\noffer = 'vhs'\n[[buttons]]\nlink = 'http://a.example'\nlabel = 'Hier'",
            "fest.md, line 5, buttons[2].link: expected an address such as",
        ),
        ("[[buttons]]\nlink = 'https://a.example'", "fest.md, line 2, buttons[1]: a link needs a"),
        ("[[buttons]]", "fest.md, line 2, buttons[1]: expected one of offer, survey and link"),
        ("buttons = 3", "fest.md, line 2, buttons[1]: Input should be"),
        ("picture = 'a.png'", "fest.md: a picture needs a description: alt"),
        ("[audience]\nroles = ['boss']", "fest.md, line 3, audience.roles[1]: Input should be"),
        ("title = 3", "fest.md, line 2, title: Input should be"),
    ],
)
def test_what_is_wrong_at_the_head_has_its_line_and_key(
    tmp_path: Path, head: str, said: str
) -> None:
    (complaint, *_) = complaints(tmp_path, fest__md=HEAD.format(head))
    assert complaint.startswith(said)


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Nur Text.", "fest.md, line 1: there is no title"),
        ("# Fest\n\n| a | b |\n|---|---|\n| 1 | 2 |", "fest.md, line 3: no chat can show a table"),
        ("# Fest\n\nText\n\n![Plakat](a.png)", "fest.md, line 5: no chat can show a picture"),
        ("# Fest\n\n<b>Kommt</b>", "fest.md, line 3: no chat can show HTML"),
        ("# Fest\n\n[hier](ftp://x.de)", "fest.md, line 3: “ftp://x.de” is no address"),
        ("---\ntitle: Fest\n---\n", "fest.md, line 1: the head is TOML between two lines of +++"),
        ("+++\ntitle = 'Fest'\n", "fest.md, line 1: the head has no second line of +++"),
        ("# Fest", "fest.md, text: is missing"),
        (f"# {'F' * 151}\n\nText", "fest.md, title.de: String should have at most 150"),
    ],
)
def test_what_is_wrong_in_the_text_has_its_line(tmp_path: Path, markdown: str, said: str) -> None:
    found = complaints(tmp_path, fest__md=markdown)
    assert any(complaint.startswith(said) for complaint in found), found


def test_what_is_wrong_in_a_version_names_its_file(tmp_path: Path) -> None:
    head = "+++\nlabel = 'x'\n+++\n# Party\n\nCome.\n"
    assert complaints(tmp_path, fest__md=GERMAN, fest__en__md=head) == [
        "fest.en.md, line 2, label: there is no such key"
    ]
    (tmp_path / "fest.en.md").unlink()
    (complaint,) = complaints(tmp_path, fest__md=GERMAN, fest__xx__md=ARABIC)
    assert complaint.startswith("fest.xx.md: no language “xx”; there are: ar, de, en")


def test_other_files_are_none_of_news(tmp_path: Path) -> None:
    assert complaints(tmp_path, fest__txt="x") == [
        "fest.txt: expected a file ending in .md or .toml"
    ]
    latin = tmp_path / "fest.md"
    latin.write_bytes("# Führung\n\nText".encode("latin-1"))
    with pytest.raises(Wrong, match=r"fest\.md: is no text in UTF-8"):
        read_news(latin, LANGUAGES, "de")


@given(st.text(alphabet="#*_[]()!<>|`-+.ab \n:&;\\\"'", max_size=80))
def test_every_word_that_is_read_stood_in_the_file(text: str) -> None:
    read = read_markdown(text)
    there, said = Counter(text), Counter(read.title + read.text)
    assert said["a"] <= there["a"]
    assert said["b"] <= there["b"]


@given(
    st.dictionaries(
        st.sampled_from(["title", "text", "alt", "buttons", "machine", "event", "audience"]),
        st.sampled_from(["3", "true", '"x"', "[]", "[3]", "{}", '{de = "x"}', "[{}]", "[[1]]"]),
    )
)
def test_no_head_is_a_bug(tmp_path_factory: pytest.TempPathFactory, head: dict[str, str]) -> None:
    lines = "\n".join(f"{name} = {value}" for name, value in head.items())
    folder = tmp_path_factory.mktemp("news")
    try:
        assert read(folder, fest__md=HEAD.format(lines)).title
    except Wrong as wrong:
        assert all(str(each).startswith("fest.md") for each in wrong.complaints)  # noqa: PT017
