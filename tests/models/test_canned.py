"""Canned answers: read from a file, kept in every language, gone when the town takes them out."""

from pathlib import Path

import pytest

from models import canned
from models.imports.canned import apply
from models.imports.canned_file import read_canned
from models.imports.news_places import Wrong
from models.imports.reports import Report
from models.language import shipped
from models.store import Store
from tests.house.project import ROOT

TWO = """
[bank]
topic = "bank"
title.de = "Konto"
title.en = "Account"
title.ar = "حساب"
text.de = "Jede Bank muss Ihnen ein Konto geben."
text.en = "Every bank has to give you an account."
text.ar = "يجب على كل بنك أن يفتح لكم حسابًا."

[hello]
title.de = "Gruß"
text.de = "Guten Tag"
"""


def imports(store: Store, folder: Path, toml: str) -> Report:
    file = folder / "canned.toml"
    file.write_text(toml, encoding="utf-8")
    with store.transaction() as session:
        return apply(session, read_canned(file))


def kinds(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.kind, row.source_id, row.changed) for row in report.rows]


def test_what_is_new_changed_unchanged_or_gone(store: Store, tmp_path: Path) -> None:
    assert kinds(imports(store, tmp_path, TWO)) == [("new", "bank", ()), ("new", "hello", ())]
    assert {row.kind for row in imports(store, tmp_path, TWO).rows} == {"unchanged"}
    without = TWO.partition("[hello]")[0].replace('"Account"', '"Bank account"')
    changed = [("changed", "bank", ("title (en)",)), ("vanished", "hello", ())]
    assert kinds(imports(store, tmp_path, without)) == changed
    with store.transaction() as session:
        assert [one.code for one in canned.everything(session)] == ["bank"]
    assert kinds(imports(store, tmp_path, TWO))[1] == ("new", "hello", ())


def test_everybody_reads_it_in_her_language_or_the_next_best(store: Store, tmp_path: Path) -> None:
    imports(store, tmp_path, TWO)
    with store.transaction() as session:
        bank, hello = canned.everything(session, "bank")
        assert [bank.language_for(x) for x in ("ar", "uk", "de")] == ["ar", "en", "de"]
        assert bank.for_reader("ar").title == "حساب"
        assert hello.language_for("ar") == "de"
        assert canned.find(session, hello.id) == hello


def test_those_about_the_topic_come_first(store: Store, tmp_path: Path) -> None:
    imports(store, tmp_path, TWO.replace("[bank]", "[zz]"))
    with store.transaction() as session:
        assert [one.code for one in canned.everything(session)] == ["hello", "zz"]
        assert [one.code for one in canned.everything(session, "bank")] == ["zz", "hello"]


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ("", "there is no canned answer in it"),
        ('[a]\ntitle.en = "A"\ntext.en = "A"', "line 1, a: there is no text in German (de)"),
        ('[a]\ntitle.de = "A"', "line 1, a.text: is missing"),
        ('[a]\ntitle.de = "A"\ntext.de = "A"\ntext.ar = "A"', "title or text is missing in ar"),
        ('[a]\ntopic = "bnak"\ntitle.de = "A"\ntext.de = "A"', "line 2, a.topic: no topic “bnak”"),
        ('[a]\ntitle.xx = "A"\ntext.de = "A"', "no language “xx”"),
        ('[a]\ntitle.de = " "\ntext.de = "A"', "line 2, a.title.de"),
        ('[a]\ntitel.de = "A"', "a.titel: there is no such key"),
        ('[A B]\ntitle.de = "A"', "line 1"),
    ],
)
def test_what_is_wrong_is_said_by_line(tmp_path: Path, toml: str, complaint: str) -> None:
    file = tmp_path / "canned.toml"
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(Wrong) as wrong:
        read_canned(file)
    assert complaint in "\n".join(map(str, wrong.value.complaints))


def test_the_demo_towns_are_there_in_all_languages() -> None:
    demo = read_canned(ROOT / "demo" / "canned.toml")
    assert [code for code, one in demo.items() if set(one.text) != set(shipped())] == []
    assert len(demo) >= 5
