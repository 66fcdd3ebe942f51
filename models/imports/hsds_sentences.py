"""What an import of HSDS says besides what is wrong with single cells; see problems.py."""

from __future__ import annotations

from collections.abc import Mapping

HSDS_SENTENCES: Mapping[str, str] = {
    "hsds_addresses": "of a location one address is kept, the one where it is; others left out:"
    " {count}",
    "hsds_ages": "the lowest age is higher than the highest; both left out",
    "hsds_amount": "“{value}” is no amount of money; kept as words",
    "hsds_bomb": "the archive is packed so tightly that it is refused: more than {most} to 1",
    "hsds_column": "“{value}” is not kept; rows that have it: {count}",
    "hsds_columns": "not kept: {columns}",
    "hsds_coordinates": "“{value}” is no {name} in degrees; the coordinates are left out",
    "hsds_dangling": "there is no {entity} “{value}”; {left}",
    "hsds_deep": "the file is no JSON that can be read: something in it is nested too deeply or is"
    " larger than {most} MB",
    "hsds_ended": "the file ends in the middle of the JSON",
    "hsds_foreign": "there are no services to be found; expected the tables of HSDS (services.csv,"
    " organizations.csv, …), an archive of them, or JSON with services; found {found}",
    "hsds_hours": "“{value}” can not be computed; only its words are shown",
    "hsds_hours_lost": "“{value}” can not be computed, and no description says it in words, so"
    " that the hours are unknown",
    "hsds_id_made": "ids that are no UUIDs, of which stable ones were made: {count}",
    "hsds_id_missing": "the row has no id; one was made from its words",
    "hsds_id_twice": "the id “{value}” already stands in row {first}; left out",
    "hsds_json": "the file is no JSON: {reason}",
    "hsds_members": "the archive holds more than {most} files",
    "hsds_more": "more of the same: {count}",
    "hsds_no_name": "there is no name; left out",
    "hsds_no_organization": "the service has no organization; its own name stands for one",
    "hsds_null": "cells with the word “{value}”, taken for empty: {count}",
    "hsds_orphan": "the row belongs to nothing that is there; left out",
    "hsds_overnight": "hours that close before they open, taken to end on the next day: {count}",
    "hsds_quotes": "telephone numbers in quotation marks, taken without them: {count}",
    "hsds_reversed": "it is valid only until before it begins; only its description is shown",
    "hsds_reversed_lost": "it is valid only until before it begins, and no description says it in"
    " words, so that the hours are unknown",
    "hsds_status": "“{value}” is no status; expected {choices}. Taken for inactive, so it is not"
    " shown",
    "hsds_table": "the whole table is not kept; rows: {count}",
    "hsds_term": "“{value}” is none of Lotse's topics; services that have it: {count}",
    "hsds_unused": "rows that no service uses, left out: {count}",
    "hsds_value": "“{value}” is not expected here; left out",
    "hsds_version": "these are the tables of HSDS {version}; read as those of 3.0",
    "hsds_zone": "times with a zone (such as Z), taken for wall times of the town: {count}",
}
