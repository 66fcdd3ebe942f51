"""Column names: `label::Deutsch (de)`, `Constraint Message`, `bind:relevant` as one spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SAME: Mapping[str, str] = {
    "calculate": "calculation",
    "caption": "label",
    "command": "type",
    "constraining_message": "constraint_message",
    "count": "repeat_count",
    "guidance": "guidance_hint",
    "id_string": "form_id",
    "jr:constraintmsg": "constraint_message",
    "jr:count": "repeat_count",
    "jr:requiredmsg": "required_message",
    "noapperrorstring": "no_app_error_string",
    "jr:noapperrorstring": "no_app_error_string",
    "readonly": "read_only",
    "relevance": "relevant",
    "requiredmsg": "required_message",
    "set_form_id": "form_id",
    "set_form_title": "form_title",
    "tag": "name",
    "title": "form_title",
    "value": "name",
}
"""Older spellings, as pyxform's aliases have them."""

PREFIXES = frozenset({"bind", "body", "control", "media"})
MEDIA = ("image", "audio", "video")
SPOKEN = frozenset(
    {
        *("label", "hint", "guidance_hint", "constraint_message", "required_message"),
        *(*MEDIA, "big-image", "no_app_error_string", "form_title"),
    }
)
"""Columns that may be there in several languages."""

SURVEY = frozenset(
    {
        *("type", "name", "required", "relevant", "constraint", "calculation", "default"),
        *("trigger", "read_only", "appearance", "choice_filter", "parameters", "repeat_count"),
        *("rows", "disabled", "label", "hint", "guidance_hint", "constraint_message"),
        *("required_message", *MEDIA, "field"),
    }
)
"""XLSForm's, and ours: `field`, a field of action (Handlungsfeld) by the town's code."""

CHOICES = frozenset({"list_name", "name", "label", *MEDIA, "exclusive"})
SETTINGS = frozenset(
    {
        *("form_title", "form_id", "version", "default_language", "instance_name"),
        *("allow_choice_duplicates", "style", "clean_text_values", "omit_instanceid"),
    }
)
UNSUPPORTED = frozenset(
    {
        *("autoplay", "big-image", "body::accuracythreshold", "compact_tag", "no_app_error_string"),
        *("save_to", "sms_field", "sms_option", "query", "entities:saveto"),
    }
)
"""Columns of XLSForm that Lotse does nothing with."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a column is about, and in which language as the form names it ("Deutsch (de)")."""

    column: str
    language: str = ""


def header(text: str, known: frozenset[str]) -> Header:
    """A column's name in the one spelling; a column that XLSForm does not know stays as it is."""
    parts = _parts(text)
    while len(parts) > 1 and parts[0].lower() in PREFIXES:
        parts = parts[1:]
    column = _column(parts[0])
    language = " ".join("::".join(parts[1:]).split())
    if language and column not in SPOKEN:
        return Header(" ".join(text.split()))
    is_ours = column in known or column in SPOKEN or column in UNSUPPORTED
    return Header(column if is_ours else " ".join(parts[0].split()), language)


def _parts(text: str) -> list[str]:
    if "::" in text:
        return [part.strip() for part in text.split("::")]
    joined = text.replace("jr:", "jr\0").replace("entities:", "entities\0")
    return [part.strip().replace("\0", ":") for part in joined.split(":")]


def _column(text: str) -> str:
    plain = "_".join(text.split()).lower()
    return SAME.get(plain, plain)
