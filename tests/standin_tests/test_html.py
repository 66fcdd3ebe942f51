"""HTML is parsed as Telegram parses it."""

import html as standard
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.standin import html
from tests.standin.refusal import Refusal
from tests.standin.text import cleaned, trimmed, units

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


UNDERSTOOD: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "a <b>b</b> c": ("a b c", [entity("bold", 2, 1)]),
    "<B>b</b >": ("b", [entity("bold", 0, 1)]),
    "<b>b</>": ("b", [entity("bold", 0, 1)]),
    "<b>a<i>b</i></b>": ("ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    "😀<u>é</u>": ("😀é", [entity("underline", 2, 1)]),
    "<b></b>a": ("a", []),
    "<a href='https://a.de?b&amp;c'>d</a>": (
        "d",
        [entity("text_link", 0, 1, url="https://a.de?b&c")],
    ),
    '<span class="tg-spoiler">a</span>': ("a", [entity("spoiler", 0, 1)]),
    "<blockquote expandable>a</blockquote>": ("a", [entity("expandable_blockquote", 0, 1)]),
    '<pre><code class="language-py">a</code></pre>': (
        "a",
        [entity("pre", 0, 1, language="py")],
    ),
    "<i><b>a</b></i>": (
        "a",
        [entity("italic", 0, 1), entity("bold", 0, 1)],
    ),
    '<tg-emoji emoji-id="5">a</tg-emoji>': (
        "a",
        [entity("custom_emoji", 0, 1, custom_emoji_id="5")],
    ),
    '<tg-time unix="7" format="r">a</tg-time>': (
        "a",
        [entity("date_time", 0, 1, unix_time=7, date_time_format="r")],
    ),
    "&lt;&gt;&amp;&quot;&#x27;&#39;": ("<>&\"''", []),
    "a > b & c &nbsp; &copy;": ("a > b & c &nbsp; &copy;", []),
}


@pytest.mark.parametrize(("source", "expected"), UNDERSTOOD.items(), ids=list(UNDERSTOOD))
def test_what_is_understood(source: str, expected: tuple[str, list[dict[str, Any]]]) -> None:
    assert html.parse(source) == expected


REFUSED = {
    "<b>a": 'Can\'t find end tag corresponding to start tag "b"',
    "é<script>a</script>": 'Unsupported start tag "script" at byte offset 2',
    "<invalid>a</invalid>": 'Unsupported start tag "invalid" at byte offset 0',
    "<b><i>test</b></i>": 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
    "a</b>": "Unexpected end tag at byte offset 1",
    "a < b": "Unclosed start tag at byte offset 2",
    "a < b > c": 'Unsupported start tag "" at byte offset 2',
    "a <": "Unclosed start tag at byte offset 2",
    "<3": "Unclosed start tag at byte offset 0",
    "<b>a</b": "Unclosed end tag at byte offset 4",
    "<!-- a -->": 'Unsupported start tag "!--" at byte offset 0',
    "a<br/>b": 'Unsupported start tag "br/" at byte offset 1',
    "<span>a</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<a href="b>c</a>': "Unclosed start tag at byte offset 0",
    "<tg-time>a</tg-time>": 'Tag "tg-time" must have a valid attribute "unix"',
}


@pytest.mark.parametrize(("source", "complaint"), REFUSED.items(), ids=list(REFUSED))
def test_what_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refusal:
        html.parse(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(TEXTS)
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    assert html.parse(standard.escape(text)) == (cleaned(text), [])


@given(TEXTS, TEXTS, TEXTS)
def test_an_entity_covers_exactly_its_text(before: str, inside: str, after: str) -> None:
    source = "{}<b>{}</b>{}".format(*map(standard.escape, (before, inside, after)))
    text, entities = html.parse(source)
    assert text == cleaned(before + inside + after)
    start, length = units(cleaned(before)), units(cleaned(inside))
    assert entities == ([entity("bold", start, length)] if length else [])


@given(st.text(st.sampled_from("<>/&;abi ='\"#x1é😀\n")))
def test_any_text_is_parsed_or_refused(source: str) -> None:
    with suppress(Refusal):
        text, entities = html.parse(source)
        assert all(0 < e["length"] <= units(text) - e["offset"] for e in entities)


@given(TEXTS, st.integers(0, 9), st.integers(1, 9))
def test_trimming_keeps_entities_inside_the_text(text: str, offset: int, length: int) -> None:
    if offset + length > units(text):
        return
    shown, entities = trimmed(text, [entity("bold", offset, length)])
    assert shown == text.strip()
    assert all(0 < e["length"] <= units(shown) - e["offset"] for e in entities)
