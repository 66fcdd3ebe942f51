"""The thesaurus' files say where they are wrong, and what stands in them is what is loaded."""

import re
from pathlib import Path

import pytest

from models.terms_file import BadLexicon, read_terms
from models.thesaurus import load_thesaurus
from search.thesaurus import Rule

GOOD = {
    "concepts.csv": "code,kind,broader,definition\nhousing,topic,,\nflat,need,housing,\n"
    "p_out,primitive,,\n",
    "rules.csv": "conditions,concept,strength\np_out,flat,0.5\n",
    "exclusions.csv": "language,pattern\nde,kein … sondern\n",
    "de/thesaurus.txt": "# Words\n@housing\ndraft: miete* | haus\nreviewed: wohnung\n\n"
    "@flat\ndraft: bude\n",
    "de/topics.toml": '[housing]\nname = "Wohnen"\n',
}


def written(folder: Path) -> Path:
    for name, text in GOOD.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_terms_of_all_states_count_and_a_name_is_a_term(tmp_path: Path) -> None:
    loaded = load_thesaurus(written(tmp_path))

    assert loaded.terms["de"]["housing"] == ("Wohnen", "miete*", "haus", "wohnung")
    assert loaded.terms["de"]["flat"] == ("bude",)
    assert loaded.rules == (Rule(("p_out",), "flat", 0.5),)
    assert loaded.exclusions == {"de": ("kein … sondern",)}


def test_states_are_told_apart(tmp_path: Path) -> None:
    states = read_terms(written(tmp_path) / "de" / "thesaurus.txt")

    assert states["housing"] == {"draft": ("miete*", "haus"), "reviewed": ("wohnung",)}


def test_one_language_can_be_had_alone(tmp_path: Path) -> None:
    assert load_thesaurus(written(tmp_path), "fr").terms == {}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("de/thesaurus.txt", "@a\ndraft: x\nmaybe: y\n", "de/thesaurus.txt, line 3"),
        ("de/thesaurus.txt", "draft: x\n", "de/thesaurus.txt, line 1"),
        ("de/thesaurus.txt", "@a\ndraft: x\n@a\n", "de/thesaurus.txt, line 3"),
        ("concepts.csv", "code,kind,broader,definition\nx,thing,,\n", "concepts.csv, line 2"),
        ("concepts.csv", "code,kind,broader,definition\nx,need,y,\n", "concepts.csv: x"),
        ("rules.csv", "conditions,concept,strength\np_out,flat,2\n", "rules.csv, line 2"),
        ("rules.csv", "conditions,concept,strength\np_out,none,0.5\n", "rules.csv: none"),
        ("exclusions.csv", "language,pattern\nde,kein sondern\n", "exclusions.csv, line 2"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    folder = written(tmp_path)
    (folder / name).write_text(text, encoding="utf-8")

    with pytest.raises(BadLexicon, match=re.escape(told)):
        load_thesaurus(folder)
