"""The thesaurus: every language has words for every concept, and none leads astray."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from models.language import LOCALES, shipped
from models.terms_file import STATES, TERMS, ByState, read_terms
from models.thesaurus import load_thesaurus
from search.shapes import OpenShapes, shapes
from search.stopwords import STOP_WORDS
from search.thesaurus import ConceptKind
from tests.locales.files import header
from tests.shipped import words

THESAURUS = load_thesaurus()
LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
# In languages that Lotse speaks; in those that it only understands, one will do.
ENOUGH = {
    ConceptKind.TOPIC: 3,  # beside those of its needs
    ConceptKind.NEED: 5,
    ConceptKind.FACET: 4,
    ConceptKind.PRIMITIVE: 6,
    ConceptKind.ASPECT: 4,
    ConceptKind.TALK: 5,
    ConceptKind.OUTSIDE: 6,
}
GENERAL = """kurs hilfe amt help work course office beratung arbeit عمل مساعدة کار کمک робота
    допомога работа помощь iş yardım praca pomoc muncă ajutor travail aide cours stadt city міста"""
SHORTEST = 2  # letters: A1, WG


@cache
def written(language: str) -> ByState:
    return read_terms(LOCALES / language / TERMS)


def terms(language: str) -> Iterator[tuple[str, str]]:
    """Concepts' codes with each of their terms."""
    for code, states in written(language).items():
        yield from ((code, term) for found in states.values() for term in found)


def letters(term: str) -> tuple[str, ...]:
    return tuple(sorted(shapes(term)))


def test_there_are_concepts_and_situations_enough() -> None:
    kinds = Counter(concept.kind for concept in THESAURUS.concepts.values())
    pieces = {code for rule in THESAURUS.rules for code in rule.conditions}
    ruled = [code for code in pieces if THESAURUS.concepts[code].kind is ConceptKind.PRIMITIVE]
    assert kinds[ConceptKind.TOPIC] + kinds[ConceptKind.NEED] >= 300
    assert kinds[ConceptKind.PRIMITIVE] == len(ruled) >= 60
    assert len(THESAURUS.rules) >= 150


def test_rules_are_told_apart_and_lead_to_something_else() -> None:
    told = Counter((frozenset(rule.conditions), rule.concept) for rule in THESAURUS.rules)
    assert [rule for rule, many in told.items() if many > 1 or rule[1] in rule[0]] == []


def test_rules_lead_to_what_can_be_answered() -> None:
    kinds = {THESAURUS.concepts[rule.concept].kind for rule in THESAURUS.rules}
    assert kinds == {ConceptKind.TOPIC, ConceptKind.NEED}


def test_needs_belong_to_topics_and_topics_to_nothing() -> None:
    for concept in THESAURUS.concepts.values():
        broader = {THESAURUS.concepts[code].kind for code in concept.broader}
        assert broader == ({ConceptKind.TOPIC} if concept.kind is ConceptKind.NEED else set())


def test_every_language_says_how_it_excludes_something() -> None:
    assert set(THESAURUS.exclusions) >= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_terms_enough(language: str) -> None:
    own = {code: sum(map(len, states.values())) for code, states in written(language).items()}
    assert set(own) == set(THESAURUS.concepts)
    kinds = {code: concept.kind for code, concept in THESAURUS.concepts.items()}
    enough = ENOUGH if language in shipped() else dict.fromkeys(ENOUGH, 1)
    assert {code: many for code, many in own.items() if many < enough[kinds[code]]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_a_state_and_the_file_says_how_it_was_made(language: str) -> None:
    assert {x for states in written(language).values() for x in states} <= set(STATES)
    assert "How made:" in header(language, TERMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_for_more_than_two_concepts(language: str) -> None:
    owners = defaultdict(set)
    for code, term in terms(language):
        owners[letters(term)].add(code)
    assert {term: codes for term, codes in owners.items() if len(codes) > 2} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_concept_has_a_term_twice(language: str) -> None:
    counted = Counter(terms(language))
    assert [each for each, many in counted.items() if many > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_well_formed(language: str) -> None:
    found = tuple(terms(language))
    bad = [
        x
        for x in found
        if any("*" in word.removeprefix("*").removesuffix("*") for word in x[1].split())
    ]
    short = [x for x in found if len("".join(letters(x[1])).replace("*", "")) < SHORTEST]
    assert (bad, short) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stem_swallows_a_word_that_every_sentence_has(language: str) -> None:
    alone = (shapes(term) for _, term in terms(language))
    wide = OpenShapes([parts[0] for parts in alone if len(parts) == 1])
    common = STOP_WORDS.get(language, frozenset())
    assert {word for word in common if list(wide.matching(word))} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_single_word_is_too_general(language: str) -> None:
    alone = {letters(word) for word in GENERAL.split()}
    answering = (ConceptKind.TOPIC, ConceptKind.NEED)
    kinds = {code: concept.kind for code, concept in THESAURUS.concepts.items()}
    found = [x for x in terms(language) if letters(x[1]) in alone and kinds[x[0]] in answering]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_raises_an_alarm_where_there_is_no_danger(language: str) -> None:
    alarms = [
        (code, term)
        for code, term in terms(language)
        if not _tells_of_danger(code) and words().emergencies.named(term.replace("*", ""))
    ]
    assert alarms == []


def _tells_of_danger(code: str) -> bool:
    concept = THESAURUS.concepts[code]
    return concept.kind is ConceptKind.PRIMITIVE or "violence" in (code, *concept.broader)
