"""The pages: what they allow, whose language they speak, what they give away."""

import json
import re

import pytest

from bot.message import Key, Line, Message, OfferCard, to_json
from models.store import Store
from tests.channels.web.serving import Echo, Served, served, worded
from tests.clock import Clock
from web.assets import FOLDER

PATHS = ("/", "/privacy", "/words/ar.json", "/health", "/metrics", "/nowhere")


def directives(policy: str) -> dict[str, str]:
    """A Content-Security-Policy by directive."""
    return dict(part.strip().partition(" ")[::2] for part in policy.split(";"))


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_forbids_what_no_page_needs(web: Served, path: str) -> None:
    headers = (await web.http.get(path)).headers
    policy = directives(headers["content-security-policy"])
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["font-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "camera=()" in headers["permissions-policy"]


async def test_only_the_same_origin_is_connected_to(web: Served) -> None:
    policy = directives((await web.http.get("/")).headers["content-security-policy"])
    host = f"127.0.0.1:{web.port}"
    assert policy["connect-src"] == f"'self' ws://{host} wss://{host}"


async def test_a_host_that_is_no_host_gets_nowhere_near_the_policy(web: Served) -> None:
    answer = await web.http.get("/", headers={"host": "x; script-src *"})
    assert "*" not in answer.headers["content-security-policy"]


async def test_who_may_frame_the_page_is_the_towns_choice(
    store: Store, clock: Clock, echo: Echo
) -> None:
    async with served(store, clock, echo.converse, ancestors="https://stadt.example") as web:
        headers = (await web.http.get("/")).headers
        policy = directives(headers["content-security-policy"])
        assert policy["frame-ancestors"] == "https://stadt.example"
        assert "x-frame-options" not in headers


async def test_pages_have_no_inline_code_and_nothing_from_elsewhere(web: Served) -> None:
    answer = (await web.http.post("/", data={"q": "hallo"})).text
    for html in (answer, *[(await web.http.get(path)).text for path in ("/", "/privacy")]):
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|javascript:", html)
        assert all(
            address.startswith("/") or address == "#input"
            for address in re.findall(r'(?:src|href|action)="([^"]*)"', html)
        )


async def test_assets_have_their_contents_in_their_address_and_stay(web: Served) -> None:
    html = (await web.http.get("/")).text
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', html):
        answer = await web.http.get(address)
        assert answer.status_code == 200
        assert re.match(r"/static/[0-9a-f]{12}/", address)
        assert "immutable" in answer.headers["cache-control"]


ELSEWHERE = {"news.css", "offer.css", "offer_print.css", "print.js", "tap.js"}
"""What only other pages load."""


async def test_a_first_visit_is_light(web: Served) -> None:
    page = await web.http.get("/")
    base = re.search(r"/static/[0-9a-f]+", page.text)
    assert base is not None
    names = {file.name for file in FOLDER.iterdir()} - ELSEWHERE
    sizes = [len((await web.http.get(f"{base[0]}/{name}")).content) for name in names]
    assert sum(sizes) < 70_000
    assert sum(sizes) + len(page.content) < 100_000


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/x/../../app.py", "/%2e%2e/app.py"])
async def test_only_assets_are_given_out(web: Served, path: str) -> None:
    assert (await web.http.get(path)).status_code == 404


@pytest.mark.parametrize(
    ("path", "accepts", "language", "direction"),
    [
        ("/", "", "de", "ltr"),
        ("/?lang=ar", "", "ar", "rtl"),
        ("/?lang=ar-SY", "en", "ar", "rtl"),
        ("/?lang=tlh", "en", "en", "ltr"),
        ("/", "fr-FR,ar;q=0.5,en;q=0.7", "en", "ltr"),
        ("/", "en;q=0, ar;q=bad, *", "de", "ltr"),
    ],
)
async def test_the_page_speaks_the_readers_language(
    web: Served, path: str, accepts: str, language: str, direction: str
) -> None:
    html = (await web.http.get(path, headers={"accept-language": accepts})).text
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert worded("web.placeholder", language) in html


async def test_words_come_in_every_language_and_only_once(web: Served) -> None:
    answer = await web.http.get("/words/ar.json")
    assert answer.json()["send"] == worded("web.send", "ar")
    assert answer.json()["dir"] == "rtl"
    again = await web.http.get("/words/ar.json", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert (await web.http.get("/words/tlh.json")).status_code == 404


async def test_privacy_is_the_same_text_as_in_the_chat_and_the_cookie(web: Served) -> None:
    html = (await web.http.get("/privacy?lang=en")).text
    assert worded("privacy.rights", "en") in html
    assert worded("web.cookie", "en") in html


async def test_pages_set_no_cookie(web: Served) -> None:
    for path in PATHS:
        assert "set-cookie" not in (await web.http.get(path)).headers


async def test_without_javascript_the_form_is_answered_in_place(web: Served) -> None:
    html = (await web.http.post("/", data={"q": "Wo lerne ich Deutsch?", "lang": "de"})).text
    assert html.count("Wo lerne ich Deutsch?") == 2  # the question and its answer
    assert '<form id="form" action="/" method="post">' in html


async def test_no_markup_gets_through(store: Store, clock: Clock, echo: Echo) -> None:
    evil = '<script>alert(1)</script>" onload="x'
    line = Line(evil, "de", "place", evil, "javascript:alert(1)")
    keys = ((Key(evil, href="data:text/html,x"), Key(evil, href="tel:112")),)
    message = Message("de", "ltr", (line,), (OfferCard(1, line, (line,)),), (), keys)

    async def answer(question: str, language: str) -> bytes:
        return to_json(message)

    async with served(store, clock, echo.converse, answer=answer) as web:
        html = (await web.http.post("/", data={"q": evil, "lang": evil})).text
    assert "<script>alert" not in html
    assert 'onload="x' not in html
    assert "javascript:" not in html
    assert "data:text" not in html
    assert 'href="tel:112"' in html


async def test_who_asks_too_fast_is_told_kindly(store: Store, clock: Clock, echo: Echo) -> None:
    async with served(store, clock, echo.converse, wait=lambda network: 2.0) as web:
        answer = await web.http.post("/", data={"q": "hallo"})
        assert answer.status_code == 429
        assert worded("web.slow", "de") in answer.text
        assert (await web.http.get("/")).status_code == 200


async def test_health_reads_the_database(store: Store, clock: Clock, echo: Echo) -> None:
    async def broken() -> object:
        raise OSError("no database")

    async with served(store, clock, echo.converse) as web:
        answer = await web.http.get("/health")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    async with served(store, clock, echo.converse, check=broken) as web:
        answer = await web.http.get("/health")
        assert (answer.status_code, answer.json()) == (503, {"status": "error"})


async def test_metrics_are_prometheus_text(store: Store, clock: Clock, echo: Echo) -> None:
    counted = {"web_malformed_total": 3, "web_open_pages": 1.0}
    async with served(store, clock, echo.converse, counters=lambda: counted) as web:
        answer = await web.http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert answer.text == (
        "# TYPE lotse_web_malformed_total counter\nlotse_web_malformed_total 3\n"
        "# TYPE lotse_web_open_pages gauge\nlotse_web_open_pages 1\n"
    )


async def test_the_pages_words_are_whole_json(web: Served) -> None:
    html = (await web.http.get("/?lang=ar")).text
    found = re.search(r'data-words="([^"]+)"', html)
    assert found is not None
    words = json.loads(found[1].replace("&#34;", '"').replace("&amp;", "&"))
    assert words["lang"] == "ar"


async def test_a_question_without_javascript_stands_in_no_address(web: Served) -> None:
    answer = await web.http.post("/", data={"q": "hallo", "lang": "ar"})
    assert str(answer.url).endswith("/")
    assert '<html lang="ar" dir="rtl">' in answer.text
    assert (await web.http.post("/", content=b"q=" + b"a" * 40_000)).status_code == 413
