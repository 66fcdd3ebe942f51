"""`lotse import offers --translate` and `lotse offers reviewed` as somebody types them."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.commands import Commands, Told

OFFERS = (
    "id,organization,title::de,title::ar,short_answer::de\n"
    "kurs,Volkshochschule,Deutsch am Abend,مساءً,Rufen Sie 0361 655 an.\n"
)
Run = Callable[..., Told]


class Translating(BaseHTTPRequestHandler):
    """POST /translate, beside the command: "[ar] Hallo" for "Hallo", and 0361 gets lost."""

    def do_POST(self) -> None:
        """Answer as LibreTranslate does."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words = asked["q"].replace("0361", "")
        made = json.dumps({"translatedText": f"[{asked['target']}] {words}"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(made)))
        self.end_headers()
        self.wfile.write(made)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base calls it
        """Nothing is said about it."""


@pytest.fixture
def url() -> Iterator[str]:
    """Where it listens."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Translating) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def run(commands: Commands, tmp_path: Path, url: str) -> Run:
    """`run("offers", …)` in a folder with a table of offers, and with a machine that translates."""
    (tmp_path / "offers.csv").write_text(OFFERS, encoding="utf-8")

    def running(*words: str, **settings: str) -> Told:
        settings = {"LOTSE_TRANSLATOR_URL": url} | settings
        return commands.run(*words, folder=tmp_path, typed="", settings=settings)

    return running


def test_what_is_missing_is_translated_and_then_read_over(run: Run) -> None:
    told = run("import", "offers", "offers.csv", "--translate", "ar, uk")
    assert told.returncode == 1
    assert "Texts translated: 1." in told.stdout
    for language in ("ar", "uk"):
        why = "numbers or addresses did not come back as they were"
        assert f"Not translated: kurs: short_answer ({language}): {why}" in told.stdout
    shown = run("offers", "reviewed", "--language", "uk", "--check")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "[uk] Deutsch am Abend" in shown.stdout
    read = run("offers", "reviewed", "--language", "uk", "--offer", "kurs")
    assert read.stdout == "Texts in uk that count as a human's from now on: 1.\n"
    assert run("offers", "reviewed", "--language", "uk").stdout.endswith(": 0.\n")
    again = run("import", "offers", "offers.csv", "--check")
    assert "1 unchanged" in again.stdout


@pytest.mark.parametrize(
    ("words", "settings", "complaint"),
    [
        (("import", "offers", "offers.csv", "--translate", "de"), {}, "no language"),
        (("offers", "translate", "ar,klingonisch"), {}, "no language"),
        (("offers", "translate", "ar"), {"LOTSE_TRANSLATOR_URL": ""}, "LOTSE_TRANSLATOR_URL"),
        (("offers", "translate", "ar"), {}, "There is no database"),
    ],
)
def test_what_cannot_be_is_said_before_anything_happens(
    run: Run, tmp_path: Path, words: tuple[str, ...], settings: dict[str, str], complaint: str
) -> None:
    told = run(*words, **settings)
    assert told.returncode == 2
    assert complaint in told.stderr
    assert not (tmp_path / "lotse.db").exists()


def test_an_offer_that_is_not_there_is_named(run: Run) -> None:
    assert run("import", "offers", "offers.csv").returncode == 0
    told = run("offers", "reviewed", "--language", "ar", "--offer", "kurs", "--offer", "nichts")
    assert (told.returncode, told.stderr) == (1, "There is no offer nichts. Nothing was changed.\n")
