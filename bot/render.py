"""A reply into a message: every text in the person's language, in the order it is read."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache

from bot import render_hours, render_media
from bot.message import KEPT, Attachment, Line, LineKind, Message, OfferCard
from bot.render_buttons import keys
from bot.render_field import in_words
from bot.words import formatted, line, words
from models.language import direction
from models.text import LanguageName, Listed, T, Text, Verbatim
from models.turn import Card, File, Link, Reply


def render(reply: Reply, language: str) -> Message:
    """All words of a reply in `language`; the town's own words keep theirs."""
    return Message(
        lang=language,
        dir="rtl" if direction(language) == "rtl" else "ltr",
        text=tuple(line(text, language) for text in reply.text),
        cards=tuple(_card(card, language) for card in reply.cards),
        after=tuple(line(text, language) for text in reply.after),
        keys=keys(reply.buttons, language),
        files=tuple(map(_attachment, reply.files)),
        replaces=reply.replaces,
        urgent=reply.urgent,
        notice=words(reply.notice, language) if reply.notice else "",
        media=tuple(render_media.in_words(medium, language) for medium in reply.media),
        upload=render_media.wanted(reply.upload, language) if reply.upload else None,
        field=in_words(reply.field, language) if reply.field else None,
    )


def _attachment(file: File) -> Attachment:
    return Attachment(file.name, file.media_type, b64encode(file.content).decode())


@lru_cache(KEPT)
def _card(card: Card, language: str) -> OfferCard:
    """Handlers keep their cards, too, so this is found by identity."""
    lines = (*_about(card, language), *_facts(card, language), *_origin(card, language))
    title = line(card.title, language, "title")
    return OfferCard(card.offer, title, lines, keys(card.buttons, language))


def _about(card: Card, language: str) -> Iterator[Line]:
    if card.topic:
        yield line(card.topic, language, "topic")
    if card.fallback:
        yield line(card.fallback, language, "notice")
    if card.summary != card.title:
        yield line(card.summary, language, "summary")
    for label, text in card.details:
        yield _labelled("detail", label, text, language)


def _facts(card: Card, language: str) -> Iterator[Line]:
    if card.open_state:
        yield line(card.open_state, language, "open")
    yield from _places(card, language)
    yield from _hours(card, language)
    if card.cost:
        yield _labelled("cost", T("offer.cost"), card.cost, language)
    if card.languages:
        names = Listed(tuple(LanguageName(code) for code in card.languages))
        written = formatted(names, language)
        yield Line(written, language, "languages", words(T("offer.languages"), language))
    yield from _contact(card, language)
    for notice in card.notices:
        yield line(notice, language, "notice")


def _places(card: Card, language: str) -> Iterator[Line]:
    for place, link in ((card.place, card.map), *card.elsewhere):
        if place:
            yield _labelled("place", T("offer.place"), place, language, _href(link))


def _contact(card: Card, language: str) -> Iterator[Line]:
    ways: tuple[tuple[LineKind, str, str], ...] = (
        ("phone", card.phone, f"tel:{''.join(c for c in card.phone if c in '+0123456789')}"),
        ("email", card.email, f"mailto:{card.email}"),
        ("website", card.website, card.website),
    )
    for kind, written, href in ways:
        if written:
            yield Line(written, "", kind, words(T(f"offer.{kind}"), language), href)


def _hours(card: Card, language: str) -> Iterator[Line]:
    for one in card.hours:
        yield from render_hours.lines(one, language)
    if card.hours_note:
        yield line(card.hours_note, language, "hours")


def _origin(card: Card, language: str) -> Iterator[Line]:
    yield _labelled("organization", T("offer.organization"), card.organization, language)
    source = T("offer.source", source=card.source)
    if card.checked:
        source = T("offer.source_checked", source=card.source, day=card.checked)
    yield line(source, language, "source")


def _labelled(
    kind: LineKind, label: Text, text: Text | Verbatim, language: str, href: str = ""
) -> Line:
    plain = line(text, language, kind)
    return Line(plain.text, plain.lang, kind, words(label, language), href)


def _href(link: Link | None) -> str:
    return link.url if link else ""
