"""Catalogues of offers in which every field is used, as hypothesis makes them up."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from models.offer import Offer, Organization, Place
from models.offer_texts import COLUMNS, DOCUMENTS
from models.service import DOCUMENT_SEPARATOR
from models.taxonomy import KNOWN_TARGET_GROUPS
from models.translation import MARK
from tests.models.offer_part_strategies import (
    codes,
    contacts,
    costs,
    emails,
    ids,
    joined,
    maybe,
    maybe_days,
    names,
    places,
    several_phones,
    several_schedules,
    texts,
    urls,
)
from tests.models.offer_tables import TOPICS

LANGUAGES = ("ar", "en", "uk")


@st.composite
def organizations(draw: st.DrawFn) -> tuple[Organization, ...]:
    """One to three with different names and ids, the later ones perhaps below the first."""
    found: list[Organization] = []
    for name in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        id = str(draw(st.uuids())) if not found else draw(st.just("") | st.uuids().map(str))
        above = draw(st.sampled_from(("", found[0].source_id))) if found else ""
        found.append(
            Organization(
                name,
                draw(urls),
                id,
                *(draw(maybe), draw(maybe), draw(emails), draw(urls), draw(urls), draw(maybe)),
                year_incorporated=draw(st.sampled_from((None, 1919, 2015))),
                parent=above,
                phones=draw(several_phones),
            )
        )
    return tuple(found)


@st.composite
def wordings(draw: st.DrawFn) -> dict[str, Any]:
    """Texts in German and others, and what is known of documents and translations."""
    german = {"title": draw(texts)}
    german |= draw(st.dictionaries(st.sampled_from(tuple(COLUMNS)), texts, max_size=6))
    titles = st.lists(names, min_size=1, max_size=2, unique=True)
    documents = draw(titles) if DOCUMENTS in german else []
    if documents:
        german[DOCUMENTS] = DOCUMENT_SEPARATOR.join(documents)
    if "page" in german:
        german["page"] = "https://a.example.org/seite"
    translated = [name for name in german if name != "page"]
    others = st.dictionaries(st.sampled_from(translated), names, min_size=1, max_size=3)
    foreign = draw(st.dictionaries(st.sampled_from(LANGUAGES), others, max_size=2))
    columns = [f"{name}{MARK}{code}" for code, fields in foreign.items() for name in fields]
    late = draw(st.lists(st.sampled_from(columns), max_size=2, unique=True)) if columns else []
    by_machine = st.lists(st.sampled_from(sorted(foreign)), max_size=2, unique=True)
    linked = draw(st.lists(st.sampled_from(documents), max_size=1)) if documents else []
    return {
        "texts": {"de": german, **foreign},
        "document_links": dict.fromkeys(linked, "https://a.example.org/form.pdf"),
        "machine_translated": tuple(sorted(draw(by_machine))) if foreign else (),
        "outdated": tuple(sorted(late)),
    }


def offers(maker: st.SearchStrategy[Organization], id: str) -> st.SearchStrategy[Offer]:
    """Offers without places."""
    facts = st.fixed_dictionaries(
        {
            "maker": maker,
            "topics": st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple),
            "target_groups": st.lists(
                st.sampled_from(KNOWN_TARGET_GROUPS), max_size=2, unique=True
            ).map(tuple),
            "kind": st.sampled_from(("offer", "offer", "page", "event")),
            "schedules": several_schedules,
            "costs": st.lists(costs, max_size=2).map(tuple),
            "phones": several_phones,
            "contacts": st.lists(contacts, max_size=2).map(tuple),
            "languages": codes,
            "email": emails,
            "website": urls,
            "source": maybe,
            "source_url": urls,
            "keeper": maybe,
            "keeper_email": emails,
        }
    )
    yes_or_no = ("online", "by_appointment", "open_on_holidays", "interpretation", "first_contact")
    answers = st.fixed_dictionaries(dict.fromkeys(yes_or_no, st.booleans()))
    dates = st.fixed_dictionaries(
        dict.fromkeys(("valid_until", "last_checked", "review_due"), maybe_days)
    )
    rest = st.sampled_from(
        (
            {},
            {"temporarily_closed": True, "minimum_age": 6},
            {"inactive": True, "minimum_age": 18, "maximum_age": 99},
        )
    )
    return st.builds(
        lambda *parts: Offer(id=0, source_id=id, **joined(parts)),
        *(facts, answers, dates, rest, wordings()),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Offer, ...]:
    """One to three offers that share organizations and places, each with texts in German.

    A place that has an id is the same in all offers, up to its hours and phones there; one
    without is the only place of its offer.
    """
    makers = draw(organizations())
    shared = [
        replace(draw(places), source_id=id)
        for id in draw(st.lists(st.uuids().map(str), max_size=2, unique=True))
    ]
    found = []
    for number, id in enumerate(draw(st.lists(ids, min_size=1, max_size=3, unique=True))):
        maker = st.sampled_from(makers if number else makers[:1])
        found.append(replace(draw(offers(maker, id)), places=draw(_places(shared))))
    return tuple(found)


@st.composite
def _places(draw: st.DrawFn, shared: list[Place]) -> tuple[Place, ...]:
    own = st.lists(places, max_size=1)
    some = st.lists(st.sampled_from(shared), max_size=2, unique=True) if shared else own
    return tuple(
        replace(place, schedules=draw(several_schedules), phones=draw(several_phones))
        for place in draw(own | some)
    )
