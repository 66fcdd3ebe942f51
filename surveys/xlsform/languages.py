"""Languages as a form names them, and their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveys.form import Media, Words
from surveys.xlsform.files import Rows
from surveys.xlsform.headers import SPOKEN
from surveys.xlsform.rows import Row, Table

IN_BRACKETS = re.compile(r"\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*\)\s*$")
ALONE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def coded(written: str) -> tuple[str, bool]:
    """ "Deutsch (de)" is "de"; "english" stays as it is, and has no code (RFC 5646)."""
    if found := IN_BRACKETS.search(written):
        return _cased(found[1]), True
    if ALONE.fullmatch(written):
        return _cased(written), True
    return written, False


def _cased(tag: str) -> str:
    first, *others = tag.split("-")
    return "-".join([first.lower(), *(x.upper() if len(x) == 2 else x for x in others)])


@dataclass(frozen=True, slots=True)
class Languages:
    """`codes` as in `Form.languages`; `names` code → as written; `default` is one of the codes.

    `plain` is the language of columns that name none: "" where nothing says which it is.
    """

    codes: tuple[str, ...]
    names: Mapping[str, str]
    default: str
    plain: str

    def words(self, row: Row, column: str) -> Words:
        """The texts of a row by code."""
        found: dict[str, str] = {}
        for written, text in row.words(column).items():
            found[coded(written)[0] if written else self.plain] = text
        return found

    def media(self, row: Row) -> Media:
        """The files of a row by code."""
        names = (self.words(row, column) for column in ("image", "audio", "video"))
        return Media(*names)


def spoken_columns(rows: Rows) -> Rows:
    """Rows of a file with their languages as codes: "label::العربية (ar)" is "label::ar"."""
    keys = {key: _spoken(key) for row in rows for key in row if "::" in key}
    return (
        tuple({keys.get(key, key): x for key, x in row.items()} for row in rows) if keys else rows
    )


def _spoken(key: str) -> str:
    column, _, written = key.partition("::")
    return f"{column.strip()}::{coded(' '.join(written.split()))[0]}"


def languages_of(tables: Iterable[Table], default: str) -> Languages:
    """All languages of the columns, in their order; `default` as the settings name it."""
    names: dict[str, str] = {}
    for each in written_languages(tables):
        names.setdefault(coded(each)[0], each)
    wanted = _meant(default, names)
    if not names:
        code = coded(default)[0]
        return Languages((code,), {code: default} if default else {}, code, code)
    return Languages(tuple(names), names, wanted or next(iter(names)), wanted)


def written_languages(tables: Iterable[Table]) -> tuple[str, ...]:
    """Languages as the columns name them."""
    headers = (column.header for table in tables for column in table.columns)
    spoken = (each for each in headers if each.column in SPOKEN)
    return tuple(dict.fromkeys(each.language for each in spoken if each.language))


def _meant(default: str, names: Mapping[str, str]) -> str:
    """The code of the default language, also where it is named without its code; "" if none."""
    code, _ = coded(default)
    if code in names:
        return code
    folded = default.strip().casefold()
    bare = {IN_BRACKETS.sub("", x).strip().casefold(): code for code, x in names.items()}
    return bare.get(folded, "")
