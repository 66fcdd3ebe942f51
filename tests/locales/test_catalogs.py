"""Every catalog is complete, exact in its plurals and placeholders, and honest about its making."""

from datetime import date, time
from gettext import c2py
from typing import Any

import pytest

from bot.catalogs import MissingMessage, catalog, categories, find
from bot.channels.telegram_limits import DESCRIPTION, TEXT, units
from bot.channels.telegram_pieces import is_blank
from bot.telegram import COMMANDS
from bot.words import words
from models.language import locale, shipped
from models.text import Fixed, LanguageName, Listed, MonthName, Text, Verbatim, Weekday
from tests.locales.catalogs import (
    SAMPLES,
    forms,
    header,
    id_of,
    messages,
    numbers,
    placeholders,
    said,
    written,
)
from tests.locales.files import LANGUAGES
from tests.locales.message_ids import SOURCE, labels

A_BUTTON = 64  # UTF-16 units that a button of Telegram shows at most

# Something for each placeholder to hold, as the code gives it. Arabic in it asks for isolates.
VALUES: dict[str, Any] = {
    "about": LanguageName("ar"),
    "actual": "12,4",
    "address": Fixed("https://lotse.example.org/calendar/public.ics"),
    "age": 16,
    "all": 9,
    "answer": Verbatim("Sprachkurs", "de"),
    "at": time(9, 0),
    "before": Verbatim("0361 730730", "de"),
    "begins": time(16, 0),
    "both": 20,
    "button": Verbatim("Zum Fest anmelden", "de"),
    "cell": 5,
    "changes": 9,
    "channel": Text("channel.web"),
    "channels": Listed((Text("channel.telegram"), Text("channel.web"))),
    "closes": date(2026, 12, 31),
    "code": Fixed("ABCD-EFGH"),
    "command": Fixed("/survey abcd2345"),
    "contact": Verbatim("0361 1234567, abends", "de"),
    "cost": Verbatim("kostenlos", "de"),
    "counts": "in Umsetzung: 18",
    "day": date(2026, 2, 28),
    "days": 90,
    "department": Verbatim("Amt für Soziales", "de"),
    "deputy": Verbatim("Jugendamt", "de"),
    "district": Verbatim("Altstadt", "de"),
    "due": date(2026, 8, 31),
    "email": Fixed("amt@example.org"),
    "end": date(2026, 9, 28),
    "ends": time(18, 0),
    "examples": Listed((Fixed("24.12.–1.1."), Fixed("24.12. 9:00–12:00"))),
    "field": Verbatim("Deutsch & Sprache", "de"),
    "fields": 9,
    "figures": "Ja 12, nein 4",
    "filters": Listed((Text("filter.free"), Text("filter.online"), Verbatim("Altstadt", "de"))),
    "first": 1,
    "gaps": 7,
    "group": 10,
    "groups": Listed((Verbatim("Steuerungsgruppe", "de"), Verbatim("AG Sprache", "de"))),
    "half": 2,
    "hour": time(9, 0),
    "how": Text("subscribe.weekly"),
    "indicators": 22,
    "issues": 12,
    "keeper": Verbatim("Volkshochschule Mittelstadt", "de"),
    "kind": Text("report.kind_call"),
    "language": LanguageName("uk"),
    "languages": Listed((LanguageName("ar"), LanguageName("uk"))),
    "last": 3,
    "late": 10,
    "least": 10,
    "length": 3100,
    "light": Text("light.yellow"),
    "limits": Listed((LanguageName("ar"), Verbatim("Volkshochschule", "de"))),
    "line": "HF3-M02 ist fällig.",
    "link": Fixed("https://lotse.example.org/?start=join_Ab-1"),
    "measures": 30,
    "megabytes": 10,
    "messages": 120,
    "minutes": 10,
    "missing": Listed((Text("smart.indicator"), Text("smart.resources"))),
    "month": MonthName(11),
    "most": 120,
    "name": Verbatim("Amt für Soziales", "de"),
    "names": Listed((Verbatim("Teilnehmende", "de"), Verbatim("Kurse", "de"))),
    "new": "Q2 2027",
    "news": 20,
    "next": date(2026, 11, 2),
    "note": Verbatim("Bitte den Ort ergänzen", "de"),
    "now": Listed((LanguageName("ar"), LanguageName("uk"))),
    "number": Fixed("+49 361 730730"),
    "offer": Verbatim("دورة لغة ألمانية", "ar"),
    "old": "31.12.2026",
    "opens": date(2026, 11, 2),
    "organization": Verbatim("Volkshochschule Mittelstadt", "de"),
    "parts": "Arabisch 12 · Deutsch 9",
    "people": 120,
    "percent": 40,
    "period": "2026–2027",
    "person": Text("relay.person", {"number": Fixed("4711"), "about": LanguageName("ar")}),
    "place": Verbatim("Markt 1", "de"),
    "police": Fixed("110"),
    "quarter": 20,
    "question": Verbatim("Was brauchen Sie?", "de"),
    "questions": "Wie heißt das Angebot? · Für wen ist es?",
    "reason": "timeout",
    "rescue": Fixed("112"),
    "rhythm": Text("subscribe.weekly"),
    "role": Text("role.owner"),
    "roles": Listed((Text("role.owner"), Text("role.manager"))),
    "said": Verbatim("läuft planmäßig", "de"),
    "sent": 120,
    "share": "12,4 %",
    "shares": 20,
    "since": date(2026, 10, 1),
    "size": 10,
    "soon": 20,
    "source": Verbatim("Stadt Mittelstadt", "de"),
    "spans": Listed((Verbatim("9:00–12:00", "de"), Verbatim("13:00–16:00", "de"))),
    "start": date(2026, 9, 21),
    "state": Text("status.decided"),
    "statute": Verbatim("Nr. 4/2026", "de"),
    "step": Verbatim("Kita-Einstieg vorbereiten", "de"),
    "survey": Verbatim("Was brauchen Sie?", "de"),
    "symbol": "▲",
    "target": "15",
    "then": Text("inbox.today_at", {"time": time(9, 0)}),
    "time": time(9, 0),
    "times": Fixed("09:00–12:00, 13:00–16:00"),
    "title": "Überfällige Termine",
    "topic": Verbatim("Deutsch lernen", "de"),
    "topics": Listed((Verbatim("Arbeit", "de"), Verbatim("Sprache", "de"))),
    "total": 300,
    "town": "Mittelstadt",
    "unit": "Plätze",
    "until": Text("inbox.today_at", {"time": time(9, 0)}),
    "value": "12,5",
    "version": Fixed("2026-11"),
    "weekday": Weekday(0),
    "what": "HF3-M02 Sprachkurse",
    "when": Text("events.at", {"day": date(2026, 12, 5), "begins": time(16, 0)}),
    "where": LanguageName("ar"),
    "why": Verbatim("Stelle nicht besetzt", "de"),
    "without": 10,
    "words": Verbatim("Wir warten noch", "de"),
    "year": "2027",
}
OTHERS: dict[str, dict[str, Any]] = {
    "measures.button": {"number": Fixed("SPR-01"), "title": Verbatim("x" * 40, "de")},
    "open.later": {"day": Weekday(0)},
    "hours.days": {"first": "Mo", "last": "Do"},
}


def every_text(language: str) -> list[tuple[str, str]]:
    """Each message as a person sees it, in each of its plural forms."""
    shown = []
    for id, message in messages(language).items():
        values = VALUES | OTHERS.get(id, {})
        used = {x: values[x] for form in forms(message) for x in placeholders(form) - {"count"}}
        counts = SAMPLES if message.pluralizable else (None,)
        shown += [(id, words(Text(id, used, count), language)) for count in counts]
    return shown


def test_ten_languages_are_shipped() -> None:
    assert shipped() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_message_and_no_other(language: str) -> None:
    assert set(catalog(language).messages) == set(messages(SOURCE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_doubtful_left_over_or_written_twice(language: str) -> None:
    po = written(language)
    assert [id_of(message) for message in po if message.fuzzy and message.id] == []
    assert list(po.obsolete) == []
    assert len(messages(language)) == len([message for message in po if message.id])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_its_language_how_it_was_made_and_who_reviewed_it(language: str) -> None:
    assert header(language, "Language") == language
    assert header(language, "X-Made")
    assert header(language, "X-Native-Review")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_rule_is_cldrs(language: str) -> None:
    names, po = categories(language), written(language)
    assert po.num_plurals == len(names)
    rule = c2py(po.plural_expr)
    wrong = [n for n in SAMPLES if names[rule(n)] != locale(language).plural_form(n)]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_messages_have_plurals_and_each_all_its_forms(language: str) -> None:
    for id, message in messages(language).items():
        assert message.pluralizable == messages(SOURCE)[id].pluralizable, id
        assert len(forms(message)) == (len(categories(language)) if message.pluralizable else 1), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    """A form that is for one number alone may say it in a word instead of in a figure."""
    for id, message in messages(language).items():
        wanted = placeholders(forms(messages(SOURCE)[id])[-1])
        for number, form in enumerate(forms(message)):
            one_only = message.pluralizable and len(numbers(language, number)) == 1
            spared = {"count"} if one_only else set()
            assert placeholders(form) | spared == wanted | spared, (id, number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_translated(language: str) -> None:
    """A sentence of four words is in no two languages the same, whatever is put into it."""
    german = {id: forms(message) for id, message in messages(SOURCE).items()}
    same = [id for id, message in messages(language).items() if forms(message) == german[id]]
    left = [id for id in same if len(said(german[id][0])) > 3]
    assert language == SOURCE or left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    for id, text in every_text(language):
        assert not is_blank(text), id
        assert units(text) <= TEXT, id
        assert not set(text) & set("{}"), id
        assert text == text.strip(), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_latin(language: str) -> None:
    texts = every_text(language)
    assert [id for id, text in texts if any(c.isdecimal() and not c.isascii() for c in text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_on_buttons(language: str) -> None:
    texts = [(id, text) for id, text in every_text(language) if id in labels()]
    assert {id for id, _ in texts} == labels()
    assert [id for id, text in texts if units(text) > A_BUTTON or "\n" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_described_within_telegrams_limit(language: str) -> None:
    lengths = [units(words(Text(f"command.{name}"), language)) for name in COMMANDS]
    assert max(lengths) <= DESCRIPTION


def test_what_a_language_does_not_have_is_said_in_english() -> None:
    assert find("menu.help", "so") == ("Help", "en")


def test_an_unknown_message_is_never_shown_as_its_id() -> None:
    with pytest.raises(MissingMessage):
        find("menu.nothing", "ar")
