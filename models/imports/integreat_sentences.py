"""What the report says of a saved Integreat export: sentences of `models.imports.problems`."""

from __future__ import annotations

from collections.abc import Mapping

LEFT_OUT = "left out, {count}"

INTEGREAT_SENTENCES: Mapping[str, str] = {
    "integreat_folder": "there is no folder “{value}” with a pages.json, locations.json or"
    " events.json in it; expected one for each language, German among them",
    "integreat_fetched": "{reason}",
    "integreat_json": "the file is damaged or no JSON ({reason}); save it again",
    "integreat_list": "expected a list, but found {found}",
    "integreat_error": "the server said “{value}” instead of giving a list",
    "integreat_missing": "files that are not there, {count}; what an earlier import took from them"
    " is no longer shown: {which}",
    "integreat_nothing": "there is no page, place or event in German in it",
    "integreat_language": "unknown language “{value}”; its folder is left out",
    "integreat_unnamed": f"{LEFT_OUT}: what has no path or no title",
    "integreat_empty": f"{LEFT_OUT} without text, which only head others: {{which}}",
    "integreat_placeholder": f"{LEFT_OUT} that only say that there is no text in this language:"
    " {which}",
    "integreat_copies": f"{LEFT_OUT} that stand in for a missing translation: {{which}}",
    "integreat_not_german": f"{LEFT_OUT} without a German version: {{which}}",
    "integreat_twice": f"{LEFT_OUT} that stand there twice; the first counts: {{which}}",
    "integreat_recurring": "dates of recurring events, {count}, became one event each: {which}",
    "integreat_rule": "recurrences that Lotse cannot keep, {count}; only the dates that are listed"
    " are kept: {which}",
    "integreat_dates": "events without a date that can be read, {count}: {which}",
    "integreat_hours": "opening hours that cannot be read, {count}; taken as not known: {which}",
    "integreat_always_closed": "closed on all seven days, {count}; opening hours are taken as not"
    " known: {which}",
    "integreat_coordinates": "coordinates that are no place on earth, {count}, are left out:"
    " {which}",
    "integreat_contact": "addresses or numbers of contacts that cannot be used, {count}, are left"
    " out: {which}",
    "integreat_contact_hours": "hours of single contacts, {count}, are not kept: {which}",
}
