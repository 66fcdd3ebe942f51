"""Responses leave as a dataset, and answers on paper come in."""

from dataclasses import replace
from random import Random

import pytest

from models import free_text, survey, survey_version
from models.exports.responses import dataset
from models.imports import responses as paper
from models.imports.responses import Report
from models.store import Store
from models.survey_key import KeyDestroyed
from surveys.exports.dataset import Response
from tests.models.surveying import FORM, Asking


def sheet(id: str = "", need: str = "home", organization: str = "") -> Response:
    return Response(id, "1", "", "ar", "paper", "", organization, {"/need": need})


def took(asking: Asking, *sheets: Response) -> Report:
    with asking.store.transaction() as session:
        found = survey.find(session, asking.id)
        assert found
        return paper.take(session, found, sheets, asking.mixer)


def exported(asking: Asking) -> list[Response]:
    with asking.store.transaction() as session:
        found = dataset(session, asking.id)
        assert found
        return list(found.responses)


def test_a_response_leaves_with_week_language_and_mode_and_no_more(store: Store) -> None:
    asking = Asking(store)
    for name in "abcde":
        asking.submits(name, {"/need": "work"}, district="Nord")
    asking.closes()
    one, *_ = exported(asking)
    assert (one.version, one.language, one.mode, one.district) == ("1", "de", "chat", "Nord")
    assert one.values == {"/need": "work"}


def test_words_leave_when_somebody_has_read_them(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal", texts={"/words": "I am Amal"})
    asking.closes()
    assert "/words" not in exported(asking)[0].values
    with store.transaction() as session:
        (waiting,) = free_text.waiting(session, asking.id)
        free_text.release(session, asking.deed, waiting.id, "I am …")
    assert exported(asking)[0].values["/words"] == "I am …"


def test_a_survey_without_a_form_has_no_dataset(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        other = survey.make(session, Random(3), asking.deed, asking.plan)
        assert dataset(session, other) is None


def test_all_versions_are_there_the_newest_first(store: Store) -> None:
    asking = Asking(store)
    newer = replace(FORM, version="2")
    with store.transaction() as session:
        survey_version.add(session, asking.id, newer, asking.today)
        found = dataset(session, asking.id)
        assert found
        assert [form.version for form in found.versions] == ["2", "1"]


def test_paper_is_mixed_like_everything_else(store: Store) -> None:
    asking = Asking(store)
    assert took(asking, sheet("P1"), sheet("P2")) == Report(2, 0)
    assert exported(asking) == []
    assert took(asking, sheet(), sheet(), sheet()) == Report(3, 0)
    assert asking.mixes() == 5
    found = exported(asking)
    assert {(one.mode, one.language) for one in found} == {("paper", "ar")}
    assert {"P1", "P2"}.isdisjoint(one.id for one in found)


def test_the_same_sheet_is_taken_once(store: Store) -> None:
    asking = Asking(store)
    assert took(asking, sheet("P1")) == Report(1, 0)
    assert took(asking, sheet("P1"), sheet("P2")) == Report(1, 1)


def test_what_was_exported_from_here_is_known(store: Store) -> None:
    asking = Asking(store)
    for name in "abcde":
        asking.submits(name)
    asking.mixes()
    assert took(asking, *exported(asking)) == Report(0, 5)


def test_words_on_paper_wait_to_be_read_too(store: Store) -> None:
    asking = Asking(store)
    took(asking, Response("", "1", "", "", "", values={"/need": "home", "/words": "Frau Öz"}))
    asking.closes()
    assert exported(asking)[0].values == {"/need": "home"}
    with store.transaction() as session:
        assert free_text.number(session, asking.id) == 1


def test_nothing_comes_in_after_the_end(store: Store) -> None:
    asking = Asking(store)
    asking.closes()
    with pytest.raises(KeyDestroyed):
        took(asking, sheet())


def test_a_survey_that_names_no_organizations_takes_none(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        found = survey.find(session, asking.id)
        assert found
        sheets = [sheet(), sheet(organization="Verein")]
        assert list(paper.strange_organizations(session, found, sheets)) == [1]
        assert paper.report(session, found, sheets, asking.mixer) == Report(2, 0)
