"""A text that is read over: what was asked, what was found in it, what can be done with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers import idea_words
from handlers.context import Context
from handlers.review_buttons import ReleaseText, ReviewHeap, WithholdText
from models import survey_names
from models import survey_version as versions
from models.review import IDEAS, Unread
from models.text import T, Text, Verbatim
from models.turn import Button
from surveys.screening import Finding, findings
from surveys.screening import blackened as without

BLACK = "█████"
"""As long for a short name as for a long one."""
ROW = re.compile(r"\[\d+\]")
MOST = 8
"""Findings that are named one by one."""


def text(one: Unread, context: Context) -> Iterator[Text | Verbatim]:
    """What was asked, the words, and what was found in them."""
    yield from _about(one, context)
    yield from quoted(one, context)
    found = _found(one, context)
    if found:
        yield T("review.marked")
    for each in dict.fromkeys((x.trace, one.text[x.start : x.end]) for x in found[:MOST]):
        words = Verbatim(each[1].strip(), one.language or context.language)
        yield T("review.mark", what=T(f"trace.{each[0]}"), words=words)


def quoted(one: Unread, context: Context) -> tuple[Verbatim]:
    """Her words, in her language where it may be known."""
    return (Verbatim(one.text, one.language or context.language),)


def buttons(one: Unread, context: Context) -> Iterator[tuple[Button, ...]]:
    """Blacked out first, where something was found."""
    free = Button(T("review.release"), ReleaseText(heap=one.heap, text=one.id, black=False))
    if _found(one, context):
        black = ReleaseText(heap=one.heap, text=one.id, black=True)
        yield (Button(T("review.black"), black),)
    yield (free,)
    drop = WithholdText(heap=one.heap, text=one.id, sure=False)
    later = Button(T("review.later"), ReviewHeap(heap=one.heap, after=one.id))
    yield (Button(T("review.delete"), drop), later)


def blackened(one: Unread, context: Context) -> str:
    """The words without what was found."""
    return without(one.text, _found(one, context), lambda _: BLACK)


def _found(one: Unread, context: Context) -> tuple[Finding, ...]:
    return findings(one.text, survey_names.known(context.session))


def _about(one: Unread, context: Context) -> Iterator[Text | Verbatim]:
    """The question; of an idea its kind, field and district."""
    if one.heap in IDEAS:
        yield idea_words.about(one.kind, one.field, one.district, context)
        return
    path = ROW.sub("", one.path)
    for version in versions.of(context.session, one.heap):
        asked = next((x for x in version.form.questions() if x.path == path), None)
        if asked is not None:
            spoken = (context.language, version.form.default_language)
            language = next((x for x in spoken if asked.label.get(x)), spoken[-1])
            yield Verbatim(version.form.said(asked.label, language) or asked.name, language)
            return
