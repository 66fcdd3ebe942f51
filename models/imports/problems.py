"""What can be wrong with a file: exact places, and the sentences for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from models.imports.hsds_sentences import HSDS_SENTENCES
from models.imports.integreat_sentences import INTEGREAT_SENTENCES

SHOWN = 60

SENTENCES: Mapping[str, str] = {
    **HSDS_SENTENCES,
    **INTEGREAT_SENTENCES,
    "account_unknown": "there is no account “{value}”{nearest}; expected the e-mail address or the"
    " id of somebody who has a role already, or only the unit's name",
    "amount": "“{value}” is no amount in euros; expected a number from 0 to {most} with at most"
    " two decimals, such as 12,50 or 12.50",
    "both_coordinates": "latitude and longitude belong together; one of them is missing",
    "capitals": "“{value}” is no code; expected such as {example}",
    "characters": "the text holds a control character (U+{point}); expected readable text",
    "choice": "“{value}” is not one of {choices}",
    "circle": "“{value}” stands below itself",
    "clock": "“{value}” is no time of day; expected such as 12:00",
    "code": "“{value}” is no code; expected unaccented letters, digits and underscores,"
    " such as german_course",
    "column_twice": "the column stands here for the second time",
    "column_unknown": "unknown column “{value}”{nearest}",
    "column_unnamed": "there is a value here, but the column has no name in row 1",
    "csv": "the file is no CSV table: {reason}",
    "date": "“{value}” is no date; expected such as 2027-12-31 or 31.12.2027",
    "date_no_year": "“{value}” has no year; expected such as {example}",
    "date_no_such_day": "“{value}” is a day that no calendar has; expected such as {example}",
    "date_period": "“{value}” is no single date; expected one such as 2. Quartal 2027{hint}",
    "date_reversed": "“{value}” ends before it begins; expected such as {example}",
    "date_spelling": "“{value}” is no date that can be understood; expected such as {example}",
    "date_vague": "“{value}” names no date; expected by when, such as {example}, or “offen” as long"
    " as nobody knows",
    "day_unknown": "“{value}” is no day of the week; expected such as Mo, Di, Mi or Mo, Tu, We",
    "decoded": "the file is not in UTF-8; read as Windows-1252, so look at the umlauts",
    "deputy_unknown": "there is nobody “{value}”{nearest}; expected the id, e-mail address or name"
    " of another row, or of somebody who is stored already",
    "email": "“{value}” is no e-mail address; expected such as beratung@example.org",
    "encoding": "the file is neither in UTF-8 nor in Windows-1252; save it as “CSV UTF-8”",
    "ends_early": "the measure ends before it begins",
    "ending": "“{value}” is no known ending; expected .xlsx, .csv, .json, or none for a folder",
    "euros": "“{value}” is no amount in euros; expected such as 12.500 or 12500,50",
    "figure": "“{value}” is no figure; expected such as 1.250 or 12,5",
    "format": "“{value}” is no table; expected .xlsx, .csv, .json or a folder of .csv files",
    "goal_twice": "the goal stands below another main goal in row {first}: “{value}”",
    "header_missing": "the sheet is empty; expected the names of the columns in row 1",
    "hours": "“{value}” are no opening hours; expected such as"
    " “Mo 09:00-12:00, 13:00-16:00; Di-Fr 09:00-12:00”",
    "hours_overlap": "the spans {first} and {second} overlap",
    "id": "“{value}” is no id; expected at most {most} letters, digits and . _ -",
    "id_twice": "the id “{value}” already stands in row {first}",
    "indicator_unknown": "the measure has no indicator “{value}” in the sheet indicators{nearest}",
    "json": "the file is no JSON table: {reason}; expected lists of rows by the names of sheets",
    "language_column": "unknown language “{value}” in the column “{column}”{nearest}",
    "language_unknown": "unknown language “{value}”{nearest}; expected codes such as de; ar; uk",
    "large": "the file is too large; expected at most {most} MB",
    "long": "the text has {length} characters; expected at most {most}",
    "measure_unknown": "there is no measure “{value}” in the sheet measures{nearest}",
    "no_words": "neither a short_answer::de nor a description::de: the offer is found by its title"
    " alone, and there is nothing to answer with",
    "no_measures": "the sheet has no measures; expected at least one, as what is missing from a"
    " table becomes inactive",
    "no_people": "the sheet has nobody in it; expected at least one row",
    "no_rows": "the sheet has no offers; expected at least one, as what is missing from a table"
    " becomes inactive",
    "nothing": "there is no such file or folder",
    "number": "“{value}” is no number from {least} to {most}; expected such as 50.98 or 50,98",
    "number_of": "there is no number {value}; the offer has {most} of them",
    "offer_unknown": "there is no offer “{value}” in the sheet offers{nearest}",
    "one_language": "“{value}” is not one language; expected such as de or Deutsch",
    "one_sheet": "these offers need several sheets; expected .xlsx, or no ending for a folder",
    "organization_unknown": "there is no organization “{value}”{nearest}",
    "organization_url": "the organization has another address in row {first}: {value}",
    "own_deputy": "nobody stands in for herself; “{value}” is this row",
    "own_successor": "a measure does not take its own place; “{value}” is this row",
    "period_twice": "there is a period and a start or an end too; expected one or the other",
    "phone": "“{value}” is no telephone number; expected such as 0361 123456, as text",
    "postal_code": "“{value}” is no postal code; expected five digits",
    "required": "the cell is empty; expected {what}",
    "required_column": "the column “{column}” is missing{nearest}",
    "role": "“{value}” is no role{nearest}; expected such as Maßnahmen; Beratung",
    "runs_on": "“{value}” says that it runs on; expected “laufend” in the column “end”",
    "sheet_missing": "there is no sheet “{sheet}”; found {found}",
    "step_unknown": "the measure has no step “{value}” in the sheet steps{nearest}",
    "text": "expected text, but the cell holds “{value}”; format it as text",
    "time": "“{value}” is no span of time; expected such as 09:00-12:00, at most 24:00",
    "topic_twice": "the topic “{value}” stands here twice",
    "unknown_code": "unknown code “{value}”{nearest}",
    "unreadable": "the file cannot be read: {reason}",
    "url": "“{value}” is no address on the web; expected such as https://www.example.org",
    "whole": "“{value}” is no whole number from {least} to {most}",
    "workbook": "the file is no Excel workbook (.xlsx), or it is damaged",
    "yes_no": "“{value}” is neither yes nor no; expected ja, nein, yes, no or an empty cell",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `row` counts from 1 with the header; `column` is "F (phone)"."""

    code: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where: "offers.csv, sheet offers, row 7, column F (phone)"."""
        named = {"sheet": self.sheet, "row": self.row, "column": self.column}
        parts = [f"{name} {value}" for name, value in named.items() if value]
        return ", ".join([self.file, *parts])

    @property
    def sentence(self) -> str:
        """What is wrong and what is expected."""
        return SENTENCES[self.code].format_map(self.values)

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


class Unexpected(ValueError):
    """A value that is not what its column takes; becomes a Problem where the place is known."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: shown(value) for name, value in values.items()}

    @property
    def sentence(self) -> str:
        """What is wrong and what is expected."""
        return SENTENCES[self.code].format_map(self.values)


class Unreadable(Exception):
    """A file that holds no table at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Whole(str):
    """What a sentence quotes whole, however long: the words that a column takes."""

    __slots__ = ()


def shown(value: Any) -> Any:
    """A value as a sentence quotes it: not longer than a line, all its characters visible."""
    if not isinstance(value, str) or isinstance(value, Whole):
        return value
    visible = "".join(letter if letter.isprintable() else "�" for letter in value)
    return visible if len(visible) <= SHOWN else f"{visible[: SHOWN - 1]}…"


def nearest(value: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" with the name most like `value`, or nothing when none is like it."""
    like = get_close_matches(value[:SHOWN], list(known), 1)
    return f"; did you mean “{like[0]}”?" if like else ""
