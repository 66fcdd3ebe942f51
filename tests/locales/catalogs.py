"""The catalogs as translators leave them: headers, forms, placeholders."""

import re
from functools import cache
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.catalogs import categories
from models.language import CATALOG, LOCALES, locale

SAMPLES = (*range(201), 1_000_000)


@cache
def written(language: str) -> Catalog:
    """A language's .po file, with what is fuzzy or not translated."""
    with (LOCALES / language / CATALOG).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def header(language: str, name: str) -> str:
    """A line of the .po file's header, "" when it is not there; Babel keeps only some."""
    text = (LOCALES / language / CATALOG).read_text(encoding="utf-8")
    found = re.search(rf'^"{name}: *(.*?)\\n"$', text, re.MULTILINE)
    return found[1] if found else ""


@cache
def messages(language: str) -> dict[str, Message]:
    """The entries by id, without the header."""
    return {id_of(message): message for message in written(language) if message.id}


def id_of(message: Message) -> str:
    """The id; those of plural messages are the same twice."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """The text, or one for each plural form."""
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    """The names in braces. Raises ValueError on braces that do not fit together."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def said(text: str) -> list[str]:
    """The words of the text itself, without what is put into it."""
    return [word for part, *_ in Formatter().parse(text) for word in part.split()]


@cache
def numbers(language: str, form: int) -> list[int]:
    """The whole numbers among the samples that take this plural form (CLDR)."""
    category = categories(language)[form]
    return [n for n in SAMPLES if locale(language).plural_form(n) == category]
