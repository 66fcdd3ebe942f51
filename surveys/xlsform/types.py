"""What the column `type` says, in all its spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveys.form import QuestionType as Type

SPELLINGS: Mapping[Type, str] = {
    Type.TEXT: "text, string, q string, add text prompt",
    Type.INTEGER: "integer, int, q int, add integer prompt",
    Type.DECIMAL: "decimal, q decimal, add decimal prompt",
    Type.RANGE: "range",
    Type.DATE: "date, q date, add date prompt",
    Type.TIME: "time",
    Type.DATETIME: "datetime, date time, q date time, q datetime, add date time prompt,"
    " add datetime prompt",
    Type.NOTE: "note, q note, add note prompt",
    Type.ACKNOWLEDGE: "acknowledge, trigger, q acknowledge, add acknowledge prompt",
    Type.CALCULATE: "calculate, q calculate, add calculate prompt",
    Type.HIDDEN: "hidden",
    Type.IMAGE: "image, photo, q image, q picture, add image prompt, add photo prompt",
    Type.AUDIO: "audio, q audio, add audio prompt",
    Type.VIDEO: "video, q video, add video prompt",
    Type.FILE: "file, add file prompt",
    Type.BARCODE: "barcode, q barcode, add barcode prompt",
    Type.GEOPOINT: "geopoint, gps, location, q geopoint, q location, add location prompt",
    Type.GEOTRACE: "geotrace, q geotrace",
    Type.GEOSHAPE: "geoshape, q geoshape",
    Type.START: "start, start time, get start time",
    Type.END: "end, end time, get end time",
    Type.TODAY: "today, get today",
}
"""pyxform's question_type_dictionary, without what Lotse does not take."""

PLAIN = {text.strip(): each for each, texts in SPELLINGS.items() for text in texts.split(",")}
PERSONAL = frozenset(
    {
        *("deviceid", "imei", "device id", "get device id", "uri:deviceid", "username"),
        *("uri:username", "phonenumber", "phone number", "get phone number", "uri:phonenumber"),
        *("email", "uri:email", "simserial", "sim id", "get sim id", "uri:simserial"),
        *("subscriberid", "subscriber id", "get subscriber id", "uri:subscriberid"),
    }
)
"""Metadata that tell who answers."""

UNSUPPORTED = frozenset(
    {
        *("audit", "background-audio", "background-geopoint", "start-geopoint", "osm"),
        *("number of days in last month", "number of days in last six months"),
        *("number of days in last year", "percentage"),
    }
)
LIMITED = frozenset({Type.GEOTRACE, Type.GEOSHAPE, Type.BARCODE})

SELECT = re.compile(
    r"(?P<how>select[_ ]one[_ ]external|select[_ ]one[_ ]from[_ ]file"
    r"|select[_ ]multiple[_ ]from[_ ]file|add select one prompt using"
    r"|add select multiple prompt using|select all that apply(?: from)?|select one from"
    r"|select multiple from|select one using|select multiple using|select[_ ]one"
    r"|select[_ ]multiple|select1|rank)(?:\s+(?P<list>.*?))?"
    r"(?P<other>\s+(?:or[_ ]specify[_ ]other|or[_ ]other|specify[_ ]other))?",
    re.IGNORECASE,
)
BLOCK = re.compile(r"(?P<edge>begin|end)[\s_]*(?P<what>group|lgroup|repeat|looped group)")
LOOP = re.compile(r"(begin|end)[\s_]*loop\b.*", re.IGNORECASE)
INSTANCE = re.compile(r"(csv|xml)-external", re.IGNORECASE)


class Rest(StrEnum):
    """What a row can be besides a question."""

    BEGIN_GROUP = "begin_group"
    BEGIN_REPEAT = "begin_repeat"
    END_GROUP = "end_group"
    END_REPEAT = "end_repeat"
    INSTANCE = "instance"
    PERSONAL = "personal"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Kind:
    """A row's type. `list` is a list's name, a file's name where `file`, or "${name}"."""

    type: Type | Rest
    list: str = ""
    file: bool = False
    other: bool = False


def kind(text: str) -> Kind:
    """The type of a row."""
    plain = " ".join(text.split())
    small = plain.lower()
    if small in PLAIN:
        return Kind(PLAIN[small])
    if found := BLOCK.fullmatch(small):
        what = "group" if found["what"] == "group" else "repeat"
        return Kind(Rest(f"{found['edge']}_{what}"))
    if found := SELECT.fullmatch(plain):
        return _select(found)
    return Kind(_rest(small))


def _rest(small: str) -> Rest:
    if INSTANCE.fullmatch(small):
        return Rest.INSTANCE
    if small in PERSONAL:
        return Rest.PERSONAL
    is_known = small in UNSUPPORTED or small.startswith("osm ") or LOOP.fullmatch(small)
    return Rest.UNSUPPORTED if is_known else Rest.UNKNOWN


def _select(found: re.Match[str]) -> Kind:
    how = found["how"].lower().replace("_", " ")
    many = "multiple" in how or "all that apply" in how
    one = Type.RANK if how == "rank" else Type.SELECT_ONE
    listed = (found["list"] or "").strip()
    return Kind(
        Type.SELECT_MULTIPLE if many else one,
        listed,
        file=how.endswith("from file"),
        other=bool(found["other"]),
    )
