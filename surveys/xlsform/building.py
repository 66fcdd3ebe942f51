"""The tables of a form into the Form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.form import Form
from surveys.media.checking import File
from surveys.xlsform import settings, tree
from surveys.xlsform.choices import lists_of
from surveys.xlsform.files import Files
from surveys.xlsform.languages import Languages, languages_of, spoken_columns
from surveys.xlsform.media import media_of
from surveys.xlsform.named_files import instances_of
from surveys.xlsform.problems import Problem
from surveys.xlsform.questions import Forming
from surveys.xlsform.rows import Row, Table

ASKED_FOR = re.compile(r"\$\{\s*(?:last-saved#)?([^}]+?)\s*\}")


@dataclass(frozen=True, slots=True)
class Building:
    """A form and what it was made of: `origins` are the rows by path, `media` what it shows by the
    names of the files.
    """

    form: Form
    tables: Mapping[str, Table]
    languages: Languages
    origins: Mapping[str, Row]
    problems: tuple[Problem, ...]
    media: Mapping[str, File] = field(default_factory=dict)


def built(tables: Mapping[str, Table], name: str, files: Files) -> Building:
    """The form, however much is wrong with it."""
    said = settings.settings_of(tables["settings"])
    languages = languages_of(tables.values(), said.get("default_language", ""))
    forming = Forming(languages, lists_of(tables, languages))
    growing = tree.grown(tables["survey"], forming, _asked_for(tables))
    instances, missing = instances_of(tables["survey"], forming.lists, files)
    id = said.get("form_id") or name
    form = Form(
        id=id,
        version=said.get("version", ""),
        title=settings.title_of(tables["settings"], languages, id),
        languages=languages.codes,
        default_language=languages.default,
        root=tree.root(growing),
        names=languages.names,
        lists=forming.lists,
        instances={name: spoken_columns(rows) for name, rows in instances.items()},
        settings=said,
    )
    media, unfit = media_of(tables, files)
    problems = (*growing.problems, *missing, *unfit)
    return Building(form, tables, languages, growing.origins, problems, media)


def _asked_for(tables: Mapping[str, Table]) -> frozenset[str]:
    """All names that anything refers to with ${…}."""
    cells = (x for table in tables.values() for row in table.rows for x in row.cells.values())
    return frozenset(name for cell in cells for name in ASKED_FOR.findall(cell))
