"""What is wrong with tables of responses, in sentences for the command line."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.responses_in.problems import Problem

REFUSALS: Mapping[str, str] = {
    "columns": "the sheet {sheet} would have more columns than Excel's {most}; take .csv or .json",
    "ending": "“{ending}” is no known ending; expected {known}, datapackage.json, or none for a"
    " folder",
    "no_form": "the survey has no form yet",
    "no_place": "the form asks for no place",
    "repeats": "the form has repeats ({sheets}), which one .csv cannot hold; take .zip, .xlsx, or a"
    " name without ending for a folder",
    "rows": "there are more rows than Excel's {most}; take .csv or .json",
}

PROBLEMS: Mapping[str, str] = {
    "acknowledge": "“{value}” is no agreement; expected OK or an empty cell",
    "choice": "“{value}” is not one of the question's choices",
    "column_twice": "the column stands here for the second time",
    "column_unknown": "the form has no question “{value}”{nearest}",
    "csv": "the file is no CSV table: {reason}",
    "encoding": "the file is not in UTF-8; save it as “CSV UTF-8”",
    "format": "“{value}” is no table of responses; expected .xlsx, .csv, .zip, .json or a folder",
    "constraint": "“{value}” is not what the form takes here",
    "form_says": "“{value}”: the form says “{message}”",
    "id_twice": "the id “{value}” stands here for the second time",
    "index_twice": "the number “{value}” stands here for the second time",
    "json": "the file is no JSON of responses: {reason}",
    "large": "the file is too large",
    "no_such_choice": "“{value}” is not one of the question's choices",
    "not_alone": "“{value}”: one of these goes with no other",
    "not_a_place": "“{value}” is no position; expected such as 50.98 11.03",
    "not_here": "“{value}” is no answer to this question",
    "several_fit": "“{value}” means several choices",
    "no_such_day": "“{value}” is a day that no calendar has",
    "not_a_date": "“{value}” is no date; expected such as 2027-12-31 or 31.12.2027",
    "not_a_number": "“{value}” is no number",
    "not_a_time": "“{value}” is no time; expected such as 14:30",
    "not_whole": "“{value}” is no whole number",
    "organization": "“{value}” is no organization that is known here, or the survey names none",
    "out_of_range": "“{value}” is too small or too large",
    "parent": "there is no row “{value}” in the sheet around",
    "parts": "the columns of the choices say “{value}”, and that is not what stands here",
    "path_unknown": "the form has no “{value}”",
    "record": "this is no response: {value}",
    "required": "an answer is missing here",
    "sheet_unknown": "the form has no repeat “{value}”{nearest}",
    "too_long": "the text is too long: “{value}”",
    "too_large": "“{value}” is too large",
    "unasked": "nobody who answers so is asked this; “{value}” is left out",
    "unreadable": "the file cannot be read: {reason}",
    "version_unknown": "the survey has no version “{value}”",
    "week": "“{value}” is no week; expected such as 2026-W47",
    "wrong_file": "“{value}” is no file of this kind",
    "workbook": "the file is no Excel workbook (.xlsx), or it is damaged",
    "zip": "the file is no .zip, or it is damaged",
}


def place(file: str, problem: Problem) -> str:
    """Where: "paper.xlsx, sheet responses, row 7, column F (age)"."""
    named = {"sheet": problem.sheet, "row": problem.row, "column": problem.column}
    return ", ".join([file, *(f"{name} {value}" for name, value in named.items() if value)])
