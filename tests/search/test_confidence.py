"""How sure an answer is: shipped weights are whole, and evidence moves it the right way."""

import json

import numpy as np
import pytest

from search import confidence
from search.confidence import Confidence
from search.ranking import model
from search.ranking.evidence import NAMES
from tests.search.town import town

TOWN = town()


def test_the_shipped_weights_name_all_that_is_told_by_and_their_sources() -> None:
    read = json.loads(confidence.SHIPPED.read_text(encoding="utf-8"))
    assert set(read["weights"]) == set(NAMES)
    ranking = json.loads(model.SHIPPED.read_text(encoding="utf-8"))
    assert all(set(ranking[part]) == set(names) for part, names in model.NAMES.items())
    assert all("CC BY 4.0" in file["about"] for file in (read, ranking))


def test_a_probability_stays_one_whatever_the_evidence() -> None:
    sure = Confidence(dict.fromkeys(NAMES, 1e9), 0.0)
    assert sure.probability(np.ones(len(NAMES))) == pytest.approx(1.0)
    assert sure.probability(-np.ones(len(NAMES))) == pytest.approx(0.0)


def test_a_missing_weight_is_told() -> None:
    with pytest.raises(KeyError):
        Confidence.from_json('{"intercept": 0, "weights": {}}')


def test_more_of_the_question_makes_it_surer() -> None:
    whole = TOWN.ask("Beratung zur Anerkennung von Zeugnissen", "de")
    part = TOWN.ask("Beratung zu Wolken, Zebras und Vulkanen", "de")
    assert whole.probability > part.probability
