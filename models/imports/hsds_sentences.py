"""What an import of HSDS says besides what is wrong with single cells; see problems.py."""

from __future__ import annotations

from collections.abc import Mapping

HSDS_SENTENCES: Mapping[str, str] = {
    "hsds_ages": "the lowest age is higher than the highest; both left out",
    "hsds_bomb": "the archive is packed so tightly that it is refused: more than {most} to 1",
    "hsds_column": "“{value}” is not kept; {count} have it",
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
    "hsds_id_made": "{count} ids are no UUIDs; stable ones were made of them",
    "hsds_id_missing": "the row has no id; one was made from its words",
    "hsds_id_twice": "the id “{value}” already stands in row {first}; left out",
    "hsds_json": "the file is no JSON: {reason}",
    "hsds_members": "the archive holds more than {most} files",
    "hsds_more": "{count} more of the same",
    "hsds_no_name": "there is no name; left out",
    "hsds_no_organization": "the service has no organization; its card names nobody",
    "hsds_null": "the word “{value}” stands in {count} cells; taken for empty",
    "hsds_one_address": "the location has several addresses; kept: the one in row {first}",
    "hsds_orphan": "the row belongs to nothing that is there; left out",
    "hsds_overnight": "{count} spans close before they open; taken to end on the next day",
    "hsds_quotes": "{count} telephone numbers stand in quotation marks; taken without them",
    "hsds_reversed": "it is valid only until before it begins; only its description is shown",
    "hsds_reversed_lost": "it is valid only until before it begins, and no description says it in"
    " words, so that the hours are unknown",
    "hsds_status": "“{value}” is no status; expected {choices}. Taken for inactive, so it is not"
    " shown",
    "hsds_table": "not kept: the whole table, {count} rows",
    "hsds_term": "“{value}” is none of Lotse's topics; {count} services have it",
    "hsds_unused": "{count} rows are used by no service; left out",
    "hsds_value": "“{value}” is not expected here; left out",
    "hsds_version": "these are the tables of HSDS {version}; read as those of 3.0",
    "hsds_zone": "{count} times have a zone (such as Z); taken for wall times of the town",
}
