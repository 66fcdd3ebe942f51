"""What an idea is about, in words."""

from __future__ import annotations

from handlers.context import Context
from models.text import T, Text, Verbatim


def about(kind: str, field: str, district: str, context: Context) -> Text:
    """Its kind, field of action and district."""
    place = Verbatim(district, "de") if district else T("idea.everywhere")
    said = T(f"idea.{kind}")
    return T("ideas.about", kind=said, field=field_named(field, context), name=place)


def field_named(code: str, context: Context) -> Text | Verbatim:
    """A field of action in her language, by its code."""
    found = next((one for one in context.catalogue.fields if one.code == code), None)
    if found is None:
        return T("idea.no_field")
    language = next(one for one in (*context.chain, *found.names) if one in found.names)
    return Verbatim(found.names[language], language)
