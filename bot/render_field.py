"""A field into a language."""

from __future__ import annotations

from dataclasses import replace

from bot.message import Control, Field, Line, Option, Row
from bot.render_buttons import keys
from bot.words import line
from models import field as fields
from models.field import AnyControl, Choosing, Entry, Grid, Slider, Words


def in_words(field: fields.Field, language: str) -> Field:
    """All words of a field."""
    return Field(
        data=field.does.pack(),
        controls=tuple(_control(control, language) for control in field.controls),
        text=None if field.text is None else tuple(line(text, language) for text in field.text),
        keys=keys(field.buttons, language),
    )


def _control(control: AnyControl, language: str) -> Control:
    match control:
        case Entry(kind=kind, value=value, longest=longest):
            made = _asked(control, kind, language)
            return replace(made, value=(value,) if value else (), longest=longest)
        case Slider(value=value):
            bounds = (control.start, control.end, control.step)
            made = _asked(control, "slider", language)
            return replace(made, value=(value,) if value else (), bounds=bounds)
        case Choosing(kind=kind, value=chosen):
            options = _options(control.options, language)
            return replace(_asked(control, kind, language), options=options, value=chosen)
        case Grid(several=several):
            options = _options(control.options, language)
            rows = tuple(_row(row, language) for row in control.rows)
            made = _asked(control, "grid", language)
            return replace(made, options=options, rows=rows, several=several)


def _asked(control: AnyControl, kind: str, language: str) -> Control:
    return Control(
        kind=kind,
        name=control.name,
        label=line(control.label, language),
        hint=_maybe(control.hint, language),
        notes=tuple(line(note, language) for note in control.notes),
    )


def _options(options: tuple[fields.Option, ...], language: str) -> tuple[Option, ...]:
    return tuple(Option(one.name, line(one.label, language), one.alone) for one in options)


def _row(row: fields.Row, language: str) -> Row:
    return Row(row.name, line(row.label, language), _maybe(row.hint, language), row.value)


def _maybe(text: Words | None, language: str) -> Line | None:
    return None if text is None else line(text, language)
