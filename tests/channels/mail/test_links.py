"""Signed links: only ours, only for that mailbox, and what they say comes back unchanged."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.mail_links import VALID, Answer, Signer, claimed, clipped

HER = "frau.berger@stadt.example"
SIGNER = Signer(b"one secret")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ANSWER = Answer("a7", "d12", "de", int((NOW + VALID).timestamp()), "done:12:3", "✅ Erledigt")
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)
ANSWERS = st.builds(
    Answer, WORDS, WORDS, st.just("ar"), st.integers(0, 2**40), WORDS, WORDS.map(clipped)
)


def is_taken(token: str, address: str = HER, signer: Signer = SIGNER) -> bool:
    """Whether somebody gets in with it."""
    claim = claimed(token)
    return claim is not None and signer.is_genuine(claim, address)


@given(ANSWERS, st.emails())
def test_what_is_signed_comes_back(answer: Answer, address: str) -> None:
    token = SIGNER.token(answer, address)
    claim = claimed(token)
    assert claim is not None
    assert claim.answer == answer
    assert is_taken(token, address)


@given(st.data())
def test_a_token_with_anything_changed_is_not_ours(data: st.DataObject) -> None:
    token = SIGNER.token(ANSWER, HER)
    at = data.draw(st.integers(0, len(token) - 2))  # the last letter has bits to spare
    letter = data.draw(st.sampled_from("abcXYZ019-_").filter(lambda c: c != token[at]))
    assert not is_taken(token[:at] + letter + token[at + 1 :])


@given(st.text(max_size=300) | st.from_regex(r"[A-Za-z0-9_-]{20,300}", fullmatch=True))
def test_what_anybody_types_is_not_ours(token: str) -> None:
    assert not is_taken(token)


@given(st.data())
def test_a_token_cut_short_is_not_ours(data: st.DataObject) -> None:
    token = SIGNER.token(ANSWER, HER)
    assert not is_taken(token[: data.draw(st.integers(0, len(token) - 2))])


def test_a_token_is_for_one_mailbox_and_of_one_installation() -> None:
    token = SIGNER.token(ANSWER, HER)
    assert is_taken(token)
    assert not is_taken(token, "herr.wolf@stadt.example")
    assert not is_taken(token, signer=Signer(b"another secret"))


def test_a_link_is_good_for_thirty_days_to_the_second() -> None:
    assert not ANSWER.is_over(NOW + timedelta(days=30) - timedelta(seconds=1))
    assert ANSWER.is_over(NOW + timedelta(days=30))


def test_an_address_is_not_in_the_link() -> None:
    assert len(SIGNER.token(ANSWER, HER)) == len(SIGNER.token(ANSWER, HER * 3))


def test_a_tap_is_the_same_in_a_mail_that_is_sent_twice() -> None:
    later = replace(ANSWER, until=ANSWER.until + 60)
    assert later.id() == ANSWER.id()
    others = (
        replace(ANSWER, box="a8"),
        replace(ANSWER, source="d13"),
        replace(ANSWER, does="done:13:3"),
    )
    assert len({answer.id() for answer in (ANSWER, *others)} | {ANSWER.id("Hallo")}) == 5


def test_a_link_stays_short() -> None:
    assert len(SIGNER.token(ANSWER, HER)) < 120
