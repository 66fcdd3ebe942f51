"""A language model that translates: what it is asked, and which of its answers are taken."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.chat_translator import ChatTranslator
from bot.libre_translate import LibreTranslate
from bot.outside_asking import LARGEST
from bot.settings import Settings
from bot.translation import translator_of
from models.translator import LONGEST, NotTranslated, Why
from tests.translating.machine import Machine, wrote


@pytest.fixture
async def chatting(machine: Machine) -> AsyncIterator[ChatTranslator]:
    one = ChatTranslator(f"{machine.url}/v1/chat/completions", "small", "secret", patience=0.4)
    yield one
    await one.close()


async def test_it_is_told_both_languages_and_shown_the_text(
    machine: Machine, chatting: ChatTranslator
) -> None:
    assert await chatting.translate("Guten Tag", "de", "ar") == "[chat] Guten Tag"
    (asked,) = machine.asked
    task, text = asked["messages"]
    assert "German (de)" in task["content"]
    assert "Arabic (ar)" in task["content"]
    assert text == {"role": "user", "content": "Guten Tag"}
    assert (asked["model"], asked["temperature"], asked["stream"]) == ("small", 0, False)
    assert asked["headers"]["Authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: web.Response(status=500, text="x"), Why.REFUSED),
        (lambda: web.Response(status=302, headers={"Location": "https://x.example"}), Why.REFUSED),
        (lambda: web.Response(text="no JSON"), Why.WRONG),
        (lambda: web.json_response(["Hallo"]), Why.WRONG),
        (lambda: web.json_response({"choices": []}), Why.WRONG),
        (lambda: web.json_response({"choices": ["Hallo"]}), Why.WRONG),
        (lambda: web.json_response({"choices": [{"message": {"content": 7}}]}), Why.WRONG),
        (lambda: web.json_response({"choices": [{"message": "Hallo"}]}), Why.WRONG),
        (lambda: web.Response(text='{"choices": NaN}'), Why.WRONG),
        (lambda: wrote("half a senten", finish="length"), Why.WRONG),
        (lambda: wrote(""), Why.WRONG),
        (lambda: wrote("Sure! " * 300), Why.WRONG),
        (lambda: web.Response(body=b" " * (LARGEST + 1)), Why.WRONG),
    ],
)
async def test_what_is_no_translation_is_not_taken(
    machine: Machine, chatting: ChatTranslator, answer: object, why: Why
) -> None:
    assert callable(answer)
    machine.answers = answer()
    with pytest.raises(NotTranslated) as none:
        await chatting.translate("Hallo", "de", "ar")
    assert none.value.why is why


async def test_nobody_waits_for_a_slow_one(machine: Machine, chatting: ChatTranslator) -> None:
    machine.stuck = True
    with pytest.raises(NotTranslated) as none:
        await chatting.translate("Hallo", "de", "ar")
    assert none.value.why is Why.LATE


async def test_what_is_too_long_does_not_leave(machine: Machine, chatting: ChatTranslator) -> None:
    with pytest.raises(NotTranslated) as none:
        await chatting.translate("x" * (LONGEST + 1), "de", "ar")
    assert none.value.why is Why.TOO_LONG
    assert machine.asked == []


@pytest.mark.parametrize(
    ("kind", "made"), [("openai", ChatTranslator), ("libretranslate", LibreTranslate)]
)
async def test_the_settings_say_which_one_it_is(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, kind: str, made: type
) -> None:
    monkeypatch.setenv("LOTSE_TRANSLATOR_KIND", kind)
    monkeypatch.setenv("LOTSE_TRANSLATOR_URL", machine.url)
    translator = translator_of(Settings(_env_file=None))
    assert type(translator) is made
    await translator.close()
