"""What a server that translates is asked, and which of its answers are taken."""

import pytest
from aiohttp import web

from bot.libre_translate import LibreTranslate
from bot.outside_asking import LARGEST
from models.translator import LONGEST, NotTranslated, Why
from tests.translating.machine import Machine, said

ELSEWHERE = {"Location": "https://example.org/translate"}


async def test_it_is_asked_for_plain_text(machine: Machine, translator: LibreTranslate) -> None:
    assert await translator.translate("Guten Tag", "de", "ar") == "[ar] Guten Tag"
    whole = {"q": "Guten Tag", "source": "de", "target": "ar", "format": "text"}
    assert machine.asked == [whole | {"api_key": "secret"}]


async def test_without_a_key_none_is_sent(machine: Machine) -> None:
    translator = LibreTranslate(machine.url)
    await translator.translate("Guten Tag", "de", "ar")
    await translator.close()
    assert "api_key" not in machine.asked[0]


async def test_nothing_hidden_comes_back(machine: Machine, translator: LibreTranslate) -> None:
    machine.answers = said("مرحباً\u202e \x00https://bank.de@evil.example")
    assert await translator.translate("Hallo", "de", "ar") == "مرحباً https://evil.example"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: web.Response(status=500, text="x"), Why.REFUSED),
        (lambda: web.Response(status=429), Why.REFUSED),
        (lambda: web.Response(status=302, headers=ELSEWHERE), Why.REFUSED),
        (lambda: web.Response(text="no JSON"), Why.WRONG),
        (lambda: web.Response(body=b"[" * 100_000), Why.WRONG),
        (lambda: web.Response(body=b"\xff\xfe"), Why.WRONG),
        (lambda: web.json_response(["Hallo"]), Why.WRONG),
        (lambda: web.json_response({"error": "no language"}), Why.WRONG),
        (lambda: web.json_response({"translatedText": ["a"]}), Why.WRONG),
        (lambda: said(" \u200b "), Why.WRONG),
        (lambda: said("ha" * 1000), Why.WRONG),
        (lambda: web.Response(body=b" " * (LARGEST + 1)), Why.WRONG),
    ],
)
async def test_what_is_no_translation_is_not_taken(
    machine: Machine, translator: LibreTranslate, answer: object, why: Why
) -> None:
    assert callable(answer)
    machine.answers = answer()
    with pytest.raises(NotTranslated) as none:
        await translator.translate("Hallo", "de", "ar")
    assert none.value.why is why


async def test_nobody_waits_for_a_slow_one(machine: Machine, translator: LibreTranslate) -> None:
    machine.stuck = True
    with pytest.raises(NotTranslated) as none:
        await translator.translate("Hallo", "de", "ar")
    assert none.value.why is Why.LATE


async def test_one_that_is_not_there_is_not_reached() -> None:
    translator = LibreTranslate("http://127.0.0.1:9")
    with pytest.raises(NotTranslated) as none:
        await translator.translate("Hallo", "de", "ar")
    await translator.close()
    assert none.value.why is Why.UNREACHED


async def test_what_is_too_long_does_not_leave(
    machine: Machine, translator: LibreTranslate
) -> None:
    with pytest.raises(NotTranslated) as none:
        await translator.translate("x" * (LONGEST + 1), "de", "ar")
    assert none.value.why is Why.TOO_LONG
    assert machine.asked == []
