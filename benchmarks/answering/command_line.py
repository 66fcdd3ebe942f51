"""Our questions put to `lotse ask --batch`, to see that it answers as the search does."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.answering import demo_town
from benchmarks.answering.asked import LIMIT, Asked, Found, Question, hit, put
from benchmarks.answering.figures import share
from benchmarks.answering.lotse import Lotse
from benchmarks.answering.tables import Table
from search.translating.word_translations import WordTranslations

_COMPARED = 3


def table(questions: Sequence[Question]) -> Table:
    """Figures of the command line, of the search, and how often their first three are the same.

    A database that was just filled has learned no translations yet, so the search goes without.
    """
    told = _told(questions)
    search = put(Lotse(demo_town.whole(), WordTranslations()), questions)
    same = share(
        list(x.found.keys[:_COMPARED]) == list(y.found.keys[:_COMPARED])
        for x, y in zip(told, search, strict=True)
    )
    rows = [
        *((f"hit@{x}", str(hit(told, x)), str(hit(search, x))) for x in (1, _COMPARED)),
        (f"the same first {_COMPARED}", str(same), "–"),
    ]
    return Table("The same by the command line", ("measure", "lotse ask", "search"), rows)


def _told(questions: Sequence[Question]) -> list[Asked]:
    with TemporaryDirectory() as folder:
        asked = Path(folder) / "questions.jsonl"
        lines = ({"id": x.id, "lang": x.language, "text": x.text} for x in questions)
        asked.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        settings = {"LOTSE_DATABASE_URL": f"sqlite:///{Path(folder) / 'lotse.db'}"}
        _lotse(folder, settings, "import", "offers", str(demo_town.OFFERS))
        said = _lotse(folder, settings, "ask", "--batch", str(asked), "-k", str(LIMIT))
    keys = demo_town.keys()
    answers = (json.loads(line) for line in said.splitlines())
    found = [Found([keys[result["source_id"]] for result in x["results"]]) for x in answers]
    return [Asked(question, each, 0.0) for question, each in zip(questions, found, strict=True)]


def _lotse(folder: str, settings: Mapping[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "bot", *words]
    root = str(demo_town.OFFERS.parents[1])
    environment = {**os.environ, "PYTHONPATH": root, **settings}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
