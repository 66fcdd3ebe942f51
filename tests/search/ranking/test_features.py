"""What speaks for a document: titles, lines, neighbouring words, and nothing by chance."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.compounds import Compounds
from search.engine import TextIndex
from search.forward import analysed
from search.normalising import words
from search.ranking.features import NAMES
from search.ranking.looking import Look
from search.ranking.wording import Foreign, german_words, own_words
from search.translating.sounding import Sounding
from search.translating.word_translations import Translations, WordTranslations

Texts = Mapping[str, str]
NO_PARTS = Compounds("de", lambda _: 0)


def index(*documents: Texts) -> TextIndex:
    made = TextIndex()
    for key, texts in enumerate(documents):
        made.put(key, "de", *analysed(texts, "de"), "")
    made.commit("")
    return made


def seen(question: str, *documents: Texts) -> Sequence[Mapping[str, float]]:
    look = Look.at(index(*documents), "de", own_words(words(question), "de", NO_PARTS), is_own=True)
    rows = look.rows(range(len(documents)))
    return [dict(zip(NAMES, rows[key].tolist(), strict=True)) for key in sorted(rows)]


def english(words_of: Translations) -> Foreign:
    translations = WordTranslations({"en": words_of})
    return Foreign(translations, Sounding(translations), ("en",), ())


def test_a_title_says_more_than_a_body() -> None:
    titled, other = seen(
        "Garten", {"title": "Garten", "body": "Fest"}, {"title": "Fest", "body": "Garten"}
    )
    assert titled["title"] > other["title"] == 0
    assert titled["stems"] > other["stems"] > 0


def test_words_in_one_line_say_more_than_words_apart() -> None:
    together, apart = seen(
        "Zeugnis übersetzen",
        {"body": "Wir helfen.\nZeugnis übersetzen hier.\nMontag."},
        {"body": "Wir übersetzen.\nKommen Sie.\nMontag ist frei.\nEin Zeugnis."},
    )
    assert together["line"] == pytest.approx(1)
    assert 0 < apart["line"] < 1
    assert together["side_by_side"] > apart["side_by_side"] == 0
    assert apart["covered"] == together["covered"] == pytest.approx(1)


def test_a_misspelt_word_is_found_softly() -> None:
    near, far = seen("Wonung", {"title": "Wohnung"}, {"title": "Schwimmbad"})
    assert near["softly"] > far["softly"] == 0
    assert near["covered"] == 0


def test_a_translation_counts_as_far_as_it_is_likely() -> None:
    made = index({"title": "Wohnung"}, {"title": "Ebene"}, {"title": "Ticket"})
    asked = german_words(
        ["flat"], english({"flat": {"wohnung": 0.8, "eben": 0.2}}), lambda _: False
    )
    rows = Look.at(made, "de", asked, is_own=False).rows(range(3))
    covered = [rows[key][NAMES.index("covered")] for key in range(3)]
    assert covered[0] > covered[1] > covered[2] == 0


def test_a_name_is_looked_for_as_it_stands() -> None:
    asked = german_words(["treffam"], english({}), lambda _: False)
    assert asked[0].stems == {"treffam": 1.0}


def test_documents_without_a_text_in_the_language_have_no_row() -> None:
    made = index({"title": "Garten"})
    look = Look.at(made, "de", own_words(["garten"], "de", NO_PARTS), is_own=True)
    assert list(look.rows([0, 7])) == [0]


@given(
    st.lists(st.text("ab \n.", max_size=30), min_size=1, max_size=4), st.text("abc ", max_size=12)
)
@settings(max_examples=40, deadline=None)
def test_features_are_finite_whatever_is_asked(bodies: list[str], question: str) -> None:
    made = index(*[{"title": body[:5], "body": body} for body in bodies])
    look = Look.at(made, "de", own_words(words(question), "de", NO_PARTS), is_own=True)
    for row in look.rows(range(len(bodies))).values():
        assert np.isfinite(row).all()


def test_a_word_typed_as_it_sounds_is_translated() -> None:
    translations = WordTranslations({"ar": {"شهاد": {"zeugnis": 1.0}}})
    foreign = Foreign(translations, Sounding(translations), (), ("ar",))
    assert german_words(["shahada"], foreign, lambda _: False)[0].stems["zeugnis"] > 0
