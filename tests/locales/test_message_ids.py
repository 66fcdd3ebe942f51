"""Code and catalogs speak of the same messages."""

from bot.catalogs import catalog
from tests.locales.catalogs import placeholders
from tests.locales.message_ids import HOLE, SOURCE, Use, families, ids, uses

MESSAGES = catalog(SOURCE).messages
FILLED_BY_THE_SITE = {"town"}


def named(use: Use) -> set[str]:
    forms = (form for id in ids(use) for form in MESSAGES[id])
    return {name for form in forms for name in placeholders(form)}


def test_there_are_uses_of_each_kind() -> None:
    assert Use("handlers/ask.py", "answer.empty", frozenset()) in uses()
    assert Use("handlers/answering.py", "answer.found", frozenset({"count"})) in uses()
    assert Use("handlers/menu.py", "menu.{}", frozenset()) in uses()
    assert Use("web/chat.py", "web.cookie", None) in uses()


def test_every_message_that_the_code_uses_is_in_the_catalog() -> None:
    used = {id: use.file for use in uses() for id in ids(use)}
    assert {id: file for id, file in used.items() if id not in MESSAGES} == {}


def test_every_message_of_the_catalog_is_used() -> None:
    assert set(MESSAGES) - {id for use in uses() for id in ids(use)} == set()


def test_every_family_of_ids_is_still_there() -> None:
    made = {(use.file, use.template) for use in uses() if HOLE in use.template}
    assert made == set(families())


def test_every_placeholder_is_given_a_value() -> None:
    without = [(use, named(use) - use.given) for use in uses() if use.given is not None]
    assert [each for each in without if each[1]] == []


def test_the_pages_ask_for_nothing_but_the_town() -> None:
    bare = [use for use in uses() if use.given is None]
    assert [use for use in bare if named(use) - FILLED_BY_THE_SITE] == []
