"""Messages of every size, made by hypothesis, and what Telegram would say of their parts."""

from typing import get_args

from hypothesis import strategies as st

from bot.channels.telegram_html import Part, parts
from bot.message import Key, Line, LineKind, Message, OfferCard
from tests.standin import keyboards, limits

# Words in both directions, markup, marks and blanks of all kinds, emoji beyond the first plane,
# halves of surrogate pairs, control characters.
ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(
        "<>&\"' \n\t\r\x00\u200f\u200b\u2028\u202e\u2066\u2069\u3164أبשלום😀👩‍👩‍👧\ud83d\udc00:;?#x"
    ),
)
MARKUP = st.sampled_from(
    ["<b>", "</b>", "<a href='x'>", "&amp;", "&#60;", "</i><i>", "<!--", "]]>"]
)
SHORT = st.text(ALPHABET, max_size=60)
LONG = st.builds(lambda text, times: text * times, SHORT | MARKUP, st.integers(1, 400))
TEXTS = SHORT | LONG | MARKUP
LANGUAGES = st.sampled_from(["de", "ar", "fa", "uk", ""])
KINDS = st.sampled_from(get_args(LineKind))
HREFS = st.one_of(
    st.just(""),
    TEXTS,
    st.builds("https://example.org/{}".format, TEXTS),
    st.sampled_from(
        ["tel:+49", "mailto:a@b.de", "https://localhost/", "http://[", "http://a.b:x/"]
    ),
)
LINES = st.builds(Line, TEXTS, LANGUAGES, KINDS, TEXTS, HREFS)
KEYS = st.one_of(
    st.builds(
        lambda label, data, chosen: Key(label, data, "", chosen), TEXTS, SHORT, st.booleans()
    ),
    st.builds(lambda label, href: Key(label, "", href), TEXTS, HREFS),
)
ROWS = st.lists(st.lists(KEYS, max_size=30).map(tuple), max_size=12).map(tuple)
CARDS = st.builds(OfferCard, st.integers(), LINES, st.lists(LINES, max_size=12).map(tuple), ROWS)
MESSAGES = st.builds(
    Message,
    lang=LANGUAGES,
    dir=st.sampled_from(["ltr", "rtl"]),
    text=st.lists(LINES, max_size=8).map(tuple),
    cards=st.lists(CARDS, max_size=3).map(tuple),
    after=st.lists(LINES, max_size=2).map(tuple),
    keys=ROWS,
)


def shown(message: Message) -> list[str]:
    """The plain text of each part. Raises the Refusal that Telegram would answer."""
    return [accepted(part) for part in parts(message)]


def accepted(part: Part) -> str:
    """A part's plain text, checked as the stand-in checks it."""
    text, _ = limits.message_text({"text": part.text, "parse_mode": "HTML"})
    keyboards.check(part.keyboard)
    return text
