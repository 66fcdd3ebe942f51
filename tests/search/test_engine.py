"""The search index finds what was put, in memory and in a file, whatever was put before."""

import multiprocessing
from collections import Counter
from math import log1p
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine import TextIndex

WORDS = st.sampled_from([f"w{number}" for number in range(12)])
DOCUMENTS = st.dictionaries(
    st.integers(1, 30), st.lists(WORDS, min_size=1, max_size=8), max_size=20
)


@pytest.fixture(params=["memory", "file"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> TextIndex:
    return TextIndex(tmp_path / "index" if request.param == "file" else None)


def put(index: TextIndex, documents: dict[int, list[str]], language: str = "de") -> None:
    for key, tokens in documents.items():
        said = " ".join(tokens)
        index.put(key, language, {"words": tokens}, said.encode(), said)


def asked(index: TextIndex, *tokens: str, limit: int = 50) -> list[int]:
    return [key for key, _ in index.search("de", [("words", x, 1.0) for x in tokens], limit)]


def test_what_is_put_is_found_after_the_commit(index: TextIndex) -> None:
    put(index, {1: ["kurs", "deutsch"], 2: ["kurs"]})
    assert asked(index, "deutsch") == []
    index.commit("7")
    assert asked(index, "deutsch") == [1]
    assert asked(index, "deutsch", "kurs") == [1, 2]
    assert index.payloads("de", [2, 1]) == [b"kurs", b"kurs deutsch"]
    assert (index.revision, index.languages, index.size("de")) == ("7", ("de",), 2)


def test_languages_and_fields_are_apart(index: TextIndex) -> None:
    index.put(1, "de", {"words": ["gift"], "grams": ["anna"]}, b"", "")
    index.put(1, "en", {"words": ["poison"]}, b"", "")
    index.commit("1")
    assert asked(index, "poison") == []
    assert asked(index, "anna") == []
    assert index.search("en", [("words", "poison", 1.0)], 5)
    assert index.frequencies("de", [("grams", "anna"), ("words", "anna")]) == [1, 0]


def test_what_was_replaced_or_removed_is_gone(index: TextIndex) -> None:
    put(index, {1: ["alt"], 2: ["weg"], 3: ["da"]})
    index.commit("1")
    put(index, {1: ["neu"]})
    index.remove(2, "de")
    index.remove(9, "de")
    index.commit("2")
    assert asked(index, "alt", "weg") == []
    assert asked(index, "neu") == [1]
    assert index.digests("de") == {1: "neu", 3: "da"}
    with pytest.raises(KeyError):
        index.payloads("de", [2])


def test_rare_tokens_short_documents_and_weights_decide(index: TextIndex) -> None:
    put(index, {1: ["kurs", "a"], 2: ["kurs", "b", "c", "d", "e"], 3: ["kurs", "f"], 4: ["hof"]})
    index.commit("1")
    assert asked(index, "kurs", "f")[0] == 3
    assert asked(index, "kurs") == [1, 3, 2]
    weighed = index.search("de", [("words", "hof", 0.1), ("words", "kurs", 5.0)], 1)
    assert weighed[0][0] == 1


def test_only_what_is_allowed_is_found_even_far_down(index: TextIndex) -> None:
    put(index, {key: ["kurs"] * (1 + key % 3) for key in range(200)})
    index.commit("1")
    found = index.search("de", [("words", "kurs", 1.0)], 5, allowed={7, 150})
    assert {key for key, _ in found} == {7, 150}


def test_scores_are_those_of_bm25(index: TextIndex) -> None:
    documents = {1: ["a", "a", "b"], 2: ["b"], 3: ["c", "b", "a", "d", "e"]}
    put(index, documents)
    index.commit("1")
    found = dict(index.search("de", [("words", "a", 1.0), ("words", "b", 0.5)], 9))
    assert found == pytest.approx({x: bm25(documents, x) for x in documents}, rel=0.01, abs=0.01)


def bm25(documents: dict[int, list[str]], key: int) -> float:
    mean = sum(map(len, documents.values())) / len(documents)
    often, length = Counter(documents[key]), len(documents[key])
    score = 0.0
    for token, weight in (("a", 1.0), ("b", 0.5)):
        holding = sum(token in x for x in documents.values())
        rarity = log1p((len(documents) - holding + 0.5) / (holding + 0.5))
        factor = 2.5 * (0.25 + 0.75 * length / mean)
        score += weight * rarity * often[token] * 3.5 / (often[token] + factor)
    return score


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(DOCUMENTS, st.sets(st.integers(1, 30), max_size=8)), max_size=6))
def test_however_it_came_about_the_index_holds_the_same(
    steps: list[tuple[dict[int, list[str]], set[int]]],
) -> None:
    index = TextIndex()
    held: dict[int, list[str]] = {}
    for documents, gone in steps:
        put(index, documents)
        held.update(documents)
        for key in gone:
            index.remove(key, "de")
            held.pop(key, None)
        index.commit("")
    assert index.digests("de") == {key: " ".join(tokens) for key, tokens in held.items()}
    assert index.size("de") == len(held)
    for token in ("w0", "w5"):
        holding = {key for key, tokens in held.items() if token in tokens}
        assert set(asked(index, token)) == holding
        assert index.frequency("de", "words", token) >= len(holding)


def test_another_process_sees_each_commit_and_nothing_before(tmp_path: Path) -> None:
    ours = TextIndex(tmp_path)
    theirs = TextIndex(tmp_path)
    for number in range(40):
        put(ours, {number % 25: ["kurs", f"n{number}"]})
        assert asked(theirs, f"n{number}") == []
        ours.commit(str(number))
        assert asked(theirs, f"n{number}") == [number % 25]
        assert theirs.revision == str(number)
    assert theirs.size("de") == 25
    assert len(list(tmp_path.glob("*.postings"))) < 6


def test_it_is_there_again_after_a_restart_and_what_was_not_committed_is_not(
    tmp_path: Path,
) -> None:
    index = TextIndex(tmp_path)
    put(index, {1: ["kurs"]})
    index.commit("1")
    put(index, {2: ["kurs"]})
    index.close()
    assert asked(TextIndex(tmp_path), "kurs") == [1]


@pytest.mark.parametrize("damage", ["no database", "postings gone"])
def test_a_damaged_index_begins_anew(tmp_path: Path, damage: str) -> None:
    index = TextIndex(tmp_path)
    put(index, {1: ["kurs"]})
    index.commit("1")
    index.close()
    if damage == "no database":
        (tmp_path / "search.db").write_bytes(b"no database at all " * 500)
    else:
        next(tmp_path.glob("*.postings")).unlink()
    again = TextIndex(tmp_path)
    assert (again.revision, again.languages) == ("", ())
    put(again, {2: ["kurs"]})
    again.commit("2")
    assert asked(again, "kurs") == [2]


def test_two_processes_that_write_take_turns(tmp_path: Path) -> None:
    TextIndex(tmp_path).close()
    spawning = multiprocessing.get_context("spawn")
    started = [spawning.Process(target=_write, args=(tmp_path, x)) for x in (0, 100)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert TextIndex(tmp_path).size("de") == 20


def _write(folder: Path, start: int) -> None:
    index = TextIndex(folder)
    for number in range(10):
        put(index, {start + number: ["kurs"]})
        index.commit(str(number))
    index.close()
