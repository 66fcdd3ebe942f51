"""Updates of every kind and shape, as nobody would send them, made by hypothesis."""

from typing import Any

from hypothesis import strategies as st

CANARY = "Gehe1mnis"
NASTY = (
    "<b>fett",
    "</a>&lt;",
    "'; DROP TABLE person; --",
    "\u202eevil\u2066",
    "\u200f\u200b\u200d",
    "ł\u0300" * 50,
    "/start offer_" + "9" * 40,
    "/language ",
    "/mydata",
    "/help@",
    "%s {0} {name}",
    "\ud800",
    "\x00\r\n",
    "😀" * 4096,
    "أين أتعلم الألمانية؟ ",
    "Wo kann ich Deutsch lernen? ",
    "112!!! ",
    "",
)
DATA = (
    "lang:ar",
    "lang:xx",
    "langs:-5",
    "offer:7",
    "offer:99999999999999999999",
    "more:0:",
    "more:3:1.2.zz",
    "open:topics",
    "open:nothing",
    "wrong:7",
    "wrongis:7:x",
    "x" * 64,
    "😀" * 64,
    ":",
    "",
)
TEXTS = st.builds(
    lambda start, end: f"{start}{CANARY}{end}", st.sampled_from(NASTY), st.text(max_size=6)
)
NUMBERS = st.integers(1, 50) | st.integers(1, 50) | st.integers(-(2**70), 2**70)
PLAIN: st.SearchStrategy[Any] = st.none() | st.booleans() | NUMBERS | TEXTS
JUNK: st.SearchStrategy[Any] = PLAIN | st.lists(PLAIN, max_size=2) | st.dictionaries(TEXTS, PLAIN)
PEOPLE = st.integers(1, 40)
USERS = st.builds(
    lambda id, tag: {"id": id, "is_bot": False, "first_name": CANARY, "language_code": tag},
    PEOPLE,
    st.sampled_from(["de", "ar", "uk", "zz", "<b>", "x" * 99]),
)
CHATS = st.builds(lambda id: {"id": id, "type": "private"}, PEOPLE)
ODD_CHATS = st.builds(
    lambda id, kind: {"id": id, "type": kind},
    NUMBERS,
    st.sampled_from(["private", "group", "supergroup", "channel", "x"]),
)
CONTENT = st.one_of(
    st.builds(lambda text: {"text": text}, TEXTS),
    st.builds(lambda text: {"text": text}, TEXTS),
    st.builds(lambda text, odd: {"text": text, "entities": odd}, TEXTS, JUNK),
    st.builds(lambda name: {"contact": {"phone_number": name, "first_name": name}}, TEXTS),
    st.builds(lambda odd: {"forward_origin": odd}, JUNK),
    st.builds(lambda text, odd: {"caption": text, "photo": odd}, TEXTS, JUNK),
    st.builds(lambda key, odd: {key: odd}, st.sampled_from(["text", "date", "from"]), JUNK),
)
MESSAGES = st.builds(
    lambda id, chat, user, content: (
        {"message_id": id, "date": 1, "chat": chat, "from": user} | content
    ),
    NUMBERS,
    CHATS | CHATS | CHATS | ODD_CHATS,
    USERS,
    CONTENT,
)
QUERIES = st.builds(
    lambda id, user, message, data: (
        {"id": id, "from": user, "chat_instance": "1", "message": message, "data": data}
    ),
    TEXTS,
    USERS,
    MESSAGES,
    st.sampled_from(DATA) | TEXTS,
)
STATES = st.builds(
    lambda status, user: {"status": status, "user": user, "until_date": 0},
    st.sampled_from(["kicked", "member", "left"]),
    USERS,
)
MEMBERS = st.builds(
    lambda chat, user, old, new: {
        "chat": chat,
        "from": user,
        "date": 1,
        "old_chat_member": old,
        "new_chat_member": new,
    },
    CHATS | ODD_CHATS,
    USERS,
    STATES,
    STATES | JUNK,
)
UPDATES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(lambda message: {"message": message}, MESSAGES),
    st.builds(lambda message: {"message": message}, MESSAGES),
    st.builds(lambda query: {"callback_query": query}, QUERIES),
    st.builds(lambda change: {"my_chat_member": change}, MEMBERS),
    st.dictionaries(st.sampled_from(["message", "callback_query", "new"]), JUNK, max_size=2),
)
