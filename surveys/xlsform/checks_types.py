"""Types of rows: those that nobody knows, that Lotse leaves out, and what each type needs."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import UNASKED, Question, QuestionType
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem, error
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import rows
from surveys.xlsform.types import LIMITED, Kind, Rest, kind

SAID = {
    Rest.PERSONAL: "type_personal",
    Rest.UNSUPPORTED: "type_unsupported",
}


def problems(building: Building) -> Iterator[Problem]:
    """Row by row, then what the form lacks as a whole."""
    for row in rows(building.tables["survey"]):
        yield from _row(row)
    for question in building.form.questions():
        yield from _question(question, building.origins[question.path])
    asked = (x for x in building.form.questions() if x.type not in UNASKED)
    if not any(asked):
        yield error("no_questions", "survey")


def _row(row: Row) -> Iterator[Problem]:
    said = row.code("type")
    meant = kind(said)
    if not said:
        yield row.error("type_missing", "type")
    elif meant.type is Rest.UNKNOWN:
        yield row.error("type_unknown", "type", value=said)
    elif isinstance(meant.type, Rest) and meant.type in SAID:
        yield row.warning(SAID[meant.type], "type", value=said, name=row.code("name"))
    elif meant.list.startswith("${"):
        yield row.warning("select_from_answers", "type", value=meant.list)
    else:
        yield from _limited(row, meant)


def _limited(row: Row, meant: Kind) -> Iterator[Problem]:
    if isinstance(meant.type, QuestionType) and meant.type in LIMITED:
        yield row.warning("type_limited", "type", value=meant.type.value)


def _question(question: Question, row: Row) -> Iterator[Problem]:
    is_written = kind(row.code("type")).type is QuestionType.CALCULATE
    if is_written and not question.calculation and not question.dynamic_default:
        yield row.error("calculation_missing", "calculation", name=question.name)
    shown = (question.label, question.hint, *_media(question))
    is_asked = question.type not in UNASKED and not question.calculation
    if is_asked and not any(shown) and not question.path.endswith("_other"):
        yield row.warning("label_missing", "label", name=question.name)


def _media(question: Question) -> tuple[object, ...]:
    return (question.media.image, question.media.audio, question.media.video)
