"""What a file of news may name: offers, surveys, topics, districts, and who staff is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models import departments, groups, offers, organizations, survey
from models.imports.news_file import ButtonFile, NewsFile
from models.imports.problems import nearest
from models.lexicon import load_topics
from models.news_audience_record import Audience
from models.news_button import Leads, NewsButton
from models.survey import SurveyState


@dataclass(frozen=True, slots=True)
class Known:
    """Numbers by the names that files use; `topics`, `districts` and `languages` are the names."""

    offers: Mapping[str, int]
    surveys: Mapping[str, int]
    groups: Mapping[str, int]
    departments: Mapping[str, int]
    organizations: Mapping[str, int]
    topics: frozenset[str]
    districts: frozenset[str]
    languages: frozenset[str]


def known(session: Session, today: date, languages: Collection[str]) -> Known:
    """As the town is today."""
    found = offers.load(session, today)
    surveys = survey.in_state(session, *SurveyState)
    places = (one.place.district for one in found if one.place)
    return Known(
        offers={one.source_id: one.id for one in found},
        surveys={one.code: one.id for one in surveys},
        groups={one.name: one.id for one in groups.everyone(session)},
        departments={one.name: one.id for one in departments.everyone(session)},
        organizations={name: id for id, name in organizations.names(session).items()},
        topics=frozenset(topic.code for topic in load_topics()),
        districts=frozenset(filter(None, places)),
        languages=frozenset(languages),
    )


def audience(news: NewsFile, known: Known) -> Audience:
    """Whom it is for, once `unknown` finds nothing."""
    wanted = news.audience
    units = {name: _ids(getattr(wanted, name), getattr(known, name)) for name in UNITS}
    staff = wanted.staff or bool(wanted.roles) or any(units.values())
    return Audience(
        staff=staff,
        public=wanted.public,
        roles=wanted.roles,
        languages=wanted.languages,
        districts=news.districts,
        topics=news.topics,
        **units,
    )


def buttons(news: NewsFile, known: Known) -> list[NewsButton]:
    """What they lead to, once `unknown` finds nothing."""
    return [_button(one, known) for one in news.buttons]


def unknown(news: NewsFile, known: Known) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the file names and nobody knows: the place in it, and a sentence."""
    wanted = news.audience
    yield from _missing(("topics",), news.topics, known.topics, "topic")
    yield from _missing(("districts",), news.districts, known.districts, "district")
    for name in UNITS:
        place = ("audience", name)
        yield from _missing(place, getattr(wanted, name), getattr(known, name), name[:-1])
    spoken = ("audience", "languages")
    yield from _missing(spoken, wanted.languages, known.languages, "language")
    for name in ("title", "machine"):
        yield from _missing((name,), getattr(news, name), known.languages, "language")
    for at, button in enumerate(news.buttons):
        yield from _missing(("buttons", at), filter(None, [button.offer]), known.offers, "offer")
        yield from _missing(("buttons", at), filter(None, [button.survey]), known.surveys, "survey")


UNITS = ("groups", "departments", "organizations")


def _missing(
    place: tuple[str | int, ...], names: Iterable[str], there: Collection[str], what: str
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in sorted(set(names) - set(there)):
        yield place, f"there is no {what} “{name}”{nearest(name, there)}"


def _ids(names: Iterable[str], there: Mapping[str, int]) -> frozenset[int]:
    return frozenset(there[name] for name in names)


def _button(button: ButtonFile, known: Known) -> NewsButton:
    if button.link:
        return NewsButton(Leads.LINK, button.link, dict(button.label))
    if button.offer:
        return NewsButton(Leads.OFFER, str(known.offers[button.offer]), dict(button.label))
    return NewsButton(Leads.SURVEY, str(known.surveys[button.survey]), dict(button.label))
