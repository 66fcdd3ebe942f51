"""A test may push anything: the stand-in itself stays whole."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.standin import StandIn
from tests.standin.updates import KINDS

NAMES = st.sampled_from(
    ["id", "from", "chat", "message", "message_id", "date", "text", "data", "reply_markup"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=20,
)
USER = st.just({"id": 7, "is_bot": False, "first_name": "Amal"})
MESSAGES = st.fixed_dictionaries(
    {"message_id": st.integers(1, 5), "date": st.integers(0, 1)},
    optional={"from": USER, "chat": VALUES, "text": VALUES, "reply_markup": VALUES},
)
QUERIES = st.fixed_dictionaries(
    {"id": st.text(), "message": MESSAGES | VALUES}, optional={"from": USER | VALUES}
)
UPDATES = (
    st.dictionaries(st.sampled_from(sorted(KINDS)) | st.just("update_id"), VALUES, max_size=3)
    | st.fixed_dictionaries({"message": MESSAGES})
    | st.fixed_dictionaries({"callback_query": QUERIES})
)


@given(st.lists(UPDATES, max_size=5))
def test_whatever_is_pushed_the_screens_can_be_read(updates: list[dict[str, Any]]) -> None:
    server = StandIn()
    for update in updates:
        server.push(update)
    server.person(7)
    for number in list(server.world.chats):
        assert all(isinstance(message.text, str) for message in server.person(number).screen)
    assert json.dumps(list(server.world.updates.pending.values()))
    assert all(isinstance(query, str) for query in server.unanswered)
