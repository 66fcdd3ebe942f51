from __future__ import annotations

from surveys.form import Media, QuestionType
from surveys.interview.vocabulary import Conditions, Progress, SlipKind
from tests.surveys.interview.forms import ask, choices, form, group
from tests.surveys.interview.talking import Somebody

NEEDS = {"needs": choices("work", "flat", "none")}


def test_notes_and_headings_come_with_the_next_question() -> None:
    hello = ask("hello", "note", label={"de": "Guten Tag"})
    deep = group("deep", ask("b"), label={"de": "Arbeit"})
    thanks = ask("thanks", "note", label={"de": "Danke"})
    her = Somebody(form(hello, ask("a"), deep, thanks))
    assert her.asked.notes == ("Guten Tag",)
    her.says("x")
    assert (her.asked.notes, her.asked.rows) == (("Arbeit",), ("Arbeit",))
    assert her.moves("done").at == "/"
    assert her.summary.notes == ("Danke",)


def test_the_language_changes_at_any_question() -> None:
    need = ask("need", "select_one", list="needs", label={"de": "Was?", "uk": "Що?"})
    said = ask("said", "calculate", calculation="jr:choice-name(${need}, '${need}')")
    told = ask("told", "note", label={"de": "Also ${said}", "uk": "Отже ${said}"})
    her = Somebody(form(need, said, told, ask("end"), lists=NEEDS))
    assert her.speaks("uk").asked.label == "Що?"
    assert her.labels == ["uk work", "uk flat", "uk none"]
    assert her.presses("flat").asked.notes == ("Отже uk flat",)
    assert her.speaks("de").asked.notes == ("Also Flat",)
    assert her.speaks("xx").slip is SlipKind.NOT_HERE


def test_a_missing_translation_falls_back_to_the_forms_language() -> None:
    her = Somebody(form(ask("a", label={"de": "Name?"}))).speaks("uk")
    assert her.asked.label == "Name?"


def test_sections_say_how_far_she_is() -> None:
    her = Somebody(
        form(
            group("one", ask("a"), ask("b"), label={"de": "Eins"}),
            group("two", ask("c"), ask("d"), label={"de": "Zwei"}),
        )
    )
    assert her.asked.progress == Progress(1, 2, 0.0)
    assert her.says("x", "x").asked.progress == Progress(2, 2, 0.5)


def test_what_is_read_only_is_told() -> None:
    fixed = ask("fixed", default="Rathaus", read_only="yes", label={"de": "Ort:"})
    her = Somebody(form(fixed, ask("a")))
    assert her.asked.notes == ("Ort:\nRathaus",)
    assert her.moves("skip").submits().values == {"/fixed": "Rathaus"}


def test_pictures_and_hints_come_in_her_language() -> None:
    media = Media(image={"de": "haus.png", "uk": "dim.png"})
    her = Somebody(form(ask("a", media=media, hint={"de": "Kurz"}, guidance={"de": "Weil"})))
    assert (her.asked.media, her.asked.hint) == ({"image": "haus.png"}, "Kurz")
    assert her.asked.guidance == "Weil"
    assert her.speaks("uk").asked.media == {"image": "dim.png"}


def test_answers_in_labels_are_made_harmless() -> None:
    hello = ask("b", label={"de": "**${a}**"})
    her = Somebody(form(ask("a"), hello), Conditions(quote=lambda said: said.replace("<", "&lt;")))
    assert her.says("<b>").asked.label == "**&lt;b>**"


def _spelled(kind: QuestionType, value: str, language: str) -> str:
    words = {QuestionType.TEXT, QuestionType.CALCULATE}
    return value if kind in words else f"<{kind} {value} in {language}>"


def test_whoever_shows_labels_says_how_answers_are_written_in_them() -> None:
    told = Conditions(tell=_spelled)
    sentence = {"de": "${born} ${age} ${later} ${sum} ${words} ${name} ${one}"}
    questions = form(
        ask("born", "date"),
        ask("age", "decimal"),
        ask("name"),
        ask("one", "select_one", list="l"),
        ask("later", "calculate", calculation="date(${born} + 1)"),
        ask("sum", "calculate", calculation="${age} * 2"),
        ask("words", "calculate", calculation="concat(${born}, '')"),
        ask("end", label=sentence),
        lists={"l": choices("a")},
    )
    her = Somebody(questions, told).says("3.5.1990", "1,5", "Ali").presses("a")
    assert her.asked.label == (
        "<date 1990-05-03 in de> <decimal 1.5 in de> <date 1990-05-04 in de> <decimal 3 in de>"
        " 1990-05-03 Ali A"
    )
    assert her.draft["/words"] == "1990-05-03"
