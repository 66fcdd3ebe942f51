"""Whatever Lotse says, Telegram takes it: its limits are kept by construction."""

import json
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels import telegram_limits as ours
from bot.channels.telegram_html import parts
from bot.channels.telegram_keys import keyboard
from bot.channels.telegram_menus import menu
from bot.message import Key, Line, Message, OfferCard
from tests.channels.telegram.messages import MESSAGES, TEXTS, accepted, shown
from tests.standin import Facts, keyboards, limits

LONG_LINE = Line("Wort " * 4000, "de")
FULL = Message("de", "ltr", text=(LONG_LINE,) * 5, keys=((Key("x", "y"),) * 9,) * 20)


@given(MESSAGES)
@example(FULL)
def test_every_part_is_accepted(message: Message) -> None:
    for part in parts(message):
        assert accepted(part)


@given(MESSAGES)
def test_only_what_we_mark_up_is_marked_up(message: Message) -> None:
    bare = replace(
        message,
        text=tuple(replace(line, kind="text", href="", label="") for line in message.text),
        cards=(),
        after=(),
        keys=(),
    )
    for part in parts(bare):
        assert "<" not in part.text
        assert accepted(part)


@given(MESSAGES)
def test_callback_data_and_labels_fit(message: Message) -> None:
    facts = Facts()
    markup = keyboard(message)
    if markup is not None:
        assert facts.problems("InlineKeyboardMarkup", markup) == []
        keyboards.check(markup)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=120))
def test_menus_are_accepted(commands: list[tuple[str, str]]) -> None:
    listed = menu(commands)
    limits.commands({"commands": listed})
    assert Facts().problems("Array of BotCommand", listed) == []


@given(TEXTS, st.integers(10, 5000))
def test_a_clipped_text_fits_and_says_that_it_was_clipped(text: str, room: int) -> None:
    clipped = ours.clip(text, room)
    assert ours.units(clipped) <= room
    assert clipped == text or clipped.endswith("…")


def test_our_figures_are_those_of_the_bot_api() -> None:
    facts = Facts()
    command = facts.types["BotCommand"]["fields"]
    button = facts.types["InlineKeyboardButton"]["fields"]["callback_data"]
    notice = facts.methods["answerCallbackQuery"]["fields"]["text"]
    assert facts.methods["sendMessage"]["fields"]["text"]["l"][1] == ours.TEXT
    assert notice["l"][1] == ours.NOTICE
    assert button["l"][1:] == [ours.CALLBACK_DATA, "bytes"]
    assert command["command"]["l"][1] == ours.COMMAND
    assert command["description"]["l"][1] == ours.DESCRIPTION
    assert limits.RAW_AT_MOST == ours.RAW
    assert limits.ENTITIES_AT_MOST == ours.ENTITIES
    assert (keyboards.INLINE_BUTTONS, keyboards.INLINE_ROW) == (ours.BUTTONS, ours.BUTTONS_A_ROW)
    assert keyboards.MARKUP_BYTES == ours.MARKUP


def test_a_line_that_is_too_long_ends_at_a_word() -> None:
    (text,) = shown(Message("de", "ltr", text=(Line("Deutschkurs " * 400, "de"),)))
    assert text.endswith("Deutschkurs…")
    assert len(text) > 2900


def test_cards_stay_whole_where_they_fit() -> None:
    card = OfferCard(1, Line("Kurs", "de"), (Line("Deutsch lernen. " * 80, "de"),) * 2)
    texts = shown(Message("de", "ltr", cards=(card,) * 3))
    assert [text[:2] for text in texts] == ["1.", "2.", "3."]


def test_buttons_beyond_the_limit_are_left_out_from_the_end() -> None:
    rows = tuple((Key(f"Knopf {n}", f"offer:{n}"),) for n in range(150))
    markup = keyboard(Message("de", "ltr", keys=rows))
    assert markup is not None
    labels = [row[0]["text"] for row in markup["inline_keyboard"]]
    assert labels == [f"Knopf {n}" for n in range(100)]
    assert len(json.dumps(markup)) <= ours.MARKUP


def test_a_message_of_many_links_is_cut_before_the_hundred_and_first_entity() -> None:
    link = Line("Karte", "de", "source", href="https://example.org/")
    texts = parts(Message("de", "ltr", text=(link,) * 120))
    assert [part.text.count("<a ") for part in texts] == [50, 50, 20]
    assert all(accepted(part) for part in texts)
