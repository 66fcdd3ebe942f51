"""Every button fits into 64 bytes, whatever it carries, and comes back as it went."""

import string
from datetime import date
from functools import cache
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from analysis.measures.status import Status
from handlers.menu import Open
from handlers.offers import KEPT, MoreOffers, _base36
from handlers.respond import ACTIONS, COMMANDS
from models.action import MAX_BYTES, Action, StaleAction
from models.answers import Answer
from models.contribution import Kind
from models.news import Missing
from models.role import Role
from models.survey import View

KINDS = sorted(ACTIONS, key=lambda kind: kind.prefix)
CODES = st.text(string.ascii_lowercase + "_", min_size=1, max_size=32)
LANGUAGES = st.text(string.ascii_lowercase + "-", min_size=2, max_size=16)
"""As long as a row keeps them."""
BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    int: st.integers(-1, 10**9),
    bool: st.booleans(),
    str: CODES,
    date: st.dates(),
    Role: st.sampled_from(Role),
    Answer: st.sampled_from(Answer),
    Status: st.sampled_from(Status),
    Kind: st.sampled_from(Kind),
    Missing: st.sampled_from(Missing),
    View: st.sampled_from(View),
}


@cache
def values(kind: type[Action]) -> st.SearchStrategy[Action]:
    hints = get_type_hints(kind)
    fields = {name: values_of(name, hints[name]) for name in kind.model_fields}
    return st.builds(kind, **fields)


def values_of(name: str, kind: object) -> st.SearchStrategy[object]:
    if (name, kind) == ("language", str):
        return LANGUAGES
    return BY_TYPE[kind] if kind in BY_TYPE else st.sampled_from(get_args(kind))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.prefix)
@settings(max_examples=40)
@given(data=st.data())
def test_a_button_comes_back_as_it_went(kind: type[Action], data: DataObject) -> None:
    action = data.draw(values(kind))
    packed = action.pack()
    assert len(packed.encode()) <= MAX_BYTES
    assert Action.unpack(packed) == action


@given(st.lists(st.integers(0, 36**4 - 1), min_size=1, max_size=KEPT), st.integers(0, KEPT))
def test_as_many_offers_as_are_kept_fit_into_a_button(ids: list[int], at: int) -> None:
    packed = MoreOffers(at=at, ids=".".join(map(_base36, ids))).pack()
    assert len(packed.encode()) <= MAX_BYTES
    unpacked = Action.unpack(packed)
    assert isinstance(unpacked, MoreOffers)
    assert [int(part, 36) for part in unpacked.ids.split(".") if part] == ids


@given(st.text())
def test_whatever_comes_back_is_an_action_or_stale(data: str) -> None:
    try:
        action = Action.unpack(data)
    except StaleAction:
        return
    assert type(action) in Action.kinds.values()


@pytest.mark.parametrize("data", ["", "offer", "offer:x", "offer:1:2", "nothing:1", "only:all:1"])
def test_what_lotse_never_made_is_stale(data: str) -> None:
    with pytest.raises(StaleAction):
        Action.unpack(data)


def test_a_value_with_the_separator_is_refused() -> None:
    topic = next(kind for kind in KINDS if kind.prefix == "topic")
    with pytest.raises(ValueError, match="topic"):
        topic.model_validate({"code": "a:b"}).pack()


def test_every_command_has_its_german_name() -> None:
    pairs = {"language": "sprache", "help": "hilfe", "topics": "themen", "stop": "stopp"}
    more = {"privacy": "datenschutz", "mydata": "meinedaten", "delete": "loeschen"}
    for english, german in (pairs | more).items():
        assert COMMANDS[english] is COMMANDS[german]


def test_every_button_is_answered() -> None:
    assert set(ACTIONS) | {Open} == set(Action.kinds.values())
