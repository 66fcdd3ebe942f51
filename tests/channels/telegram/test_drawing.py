"""How a message looks in a chat on a phone."""

from bot.channels.telegram_html import Part, parts
from bot.channels.telegram_keys import keyboard
from bot.message import Key, Line, Message, OfferCard
from tests.channels.telegram.messages import shown

RLM, FSI, PDI = "\u200f", "\u2068", "\u2069"
MAP = "https://www.openstreetmap.org/?mlat=50.9&mlon=10.6"
CAFE = OfferCard(
    7,
    Line("Café <Nord> & mehr", "de"),
    (
        Line("Nordstr. 1", "de", "place", "Ort", MAP),
        Line("+49 3641 49-0", "", "phone", "Telefon", "tel:+493641490"),
        Line("Quelle: Stadt", "de", "source"),
    ),
    ((Key("Mehr dazu", "offer:7"),),),
)


def only(message: Message) -> Part:
    (part,) = parts(message)
    return part


def test_a_card_has_a_bold_title_a_map_link_a_number_and_its_source() -> None:
    assert only(Message("de", "ltr", cards=(CAFE,))).text == (
        "<b>Café &lt;Nord&gt; &amp; mehr</b>\n"
        '📍 Ort: <a href="https://www.openstreetmap.org/?mlat=50.9&amp;mlon=10.6">Nordstr. 1</a>\n'
        "📞 Telefon: +49 3641 49-0\n"
        "<i>Quelle: Stadt</i>"
    )


def test_several_cards_and_their_buttons_are_numbered() -> None:
    message = Message("de", "ltr", cards=(CAFE, CAFE), keys=((Key("Weitere", "more"),),))
    part = only(message)
    assert "<b>2. Café" in part.text
    assert part.keyboard is not None
    rows = part.keyboard["inline_keyboard"]
    assert [[b["text"] for b in row] for row in rows] == [
        ["1 · Mehr dazu"],
        ["2 · Mehr dazu"],
        ["Weitere"],
    ]


def test_a_label_that_asks_has_no_colon() -> None:
    part = only(Message("de", "ltr", text=(Line("Alle.", "de", "detail", "Für wen?"),)))
    assert part.text == "<b>Für wen? </b>Alle."


def test_what_is_chosen_is_ticked() -> None:
    markup = keyboard(Message("de", "ltr", keys=((Key("Nord", "d:1", chosen=True),),)))
    assert markup == {"inline_keyboard": [[{"text": "✅ Nord", "callback_data": "d:1"}]]}


def test_links_to_call_become_text_once() -> None:
    call = Key("Anrufen", href="tel:112")
    texts = shown(Message("de", "ltr", text=(Line("Hilfe!", "de"),), keys=((call,),)))
    assert texts == ["Hilfe!\n\n📞 Anrufen: 112"]
    known = Line("112", "", "phone", "Notruf", "tel:112")
    assert shown(Message("de", "ltr", text=(known,), keys=((call,),))) == ["📞 Notruf: 112"]


def test_an_arabic_line_starts_with_the_mark_and_isolates_the_towns_words() -> None:
    message = Message(
        "ar",
        "rtl",
        text=(Line("112 للطوارئ", "ar"), Line("Nordstr. 1", "de", "place", "العنوان")),
    )
    assert shown(message) == [f"{RLM}112 للطوارئ\n\n{RLM}📍 العنوان: {FSI}Nordstr. 1{PDI}"]


def test_a_german_paragraph_in_an_arabic_message_keeps_its_direction() -> None:
    message = Message("ar", "rtl", text=(Line("Der Kurs ist kostenlos.", "de"),))
    assert shown(message) == ["Der Kurs ist kostenlos."]


def test_an_arabic_name_in_a_german_line_is_isolated() -> None:
    message = Message("de", "ltr", text=(Line("جمعية", "ar", "organization", "Anbieter"),))
    assert shown(message) == [f"🏛 Anbieter: {FSI}جمعية{PDI}"]


def test_buttons_without_words_still_come() -> None:
    part = only(Message("de", "ltr", keys=((Key("\u3164", "x:1"),),)))
    assert part.text == "…"
    assert part.keyboard == {"inline_keyboard": [[{"text": "…", "callback_data": "x:1"}]]}


def test_nothing_to_say_is_no_part() -> None:
    assert parts(Message("de", "ltr", text=(Line(" \u200b", "de"),), notice="ok")) == []
