"""MiniSearch (the npm package ``minisearch``) with the settings of towns' present app."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.answering.asked import Found
from search.document import Document
from search.translating.word_translations import WordTranslations

_SCRIPT = Path(__file__).with_suffix(".mjs")
_CONTENT = ("summary", "body")

Made = Callable[[Iterable[Document], WordTranslations], "MiniSearch"]


class MiniSearch:
    """An index a language, in a process of Node's; it ends with ours."""

    def __init__(self, documents: Iterable[Document], folder: Path, combine: str) -> None:
        command = [which("node") or "node", str(_SCRIPT)]
        self._node = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        pages: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for document in documents:
            for language, texts in document.texts.items():
                content = "\n".join(filter(None, (texts.get(field) for field in _CONTENT)))
                page = {"id": document.key, "title": texts.get("title", ""), "content": content}
                pages[language].append(page)
        self._told({"folder": str(folder.resolve()), "combine": combine, "pages": pages})

    def __del__(self) -> None:
        """Let the process end."""
        self._node.communicate()

    def ask(self, text: str, language: str) -> Found:
        """The pages with all of the words, or words like them."""
        found = self._told({"text": text, "language": language})
        return Found([key for key, _ in found], found[0][1] if found else 0.0)

    def _told(self, what: object) -> list[tuple[int, float]]:
        assert self._node.stdin
        assert self._node.stdout
        print(json.dumps(what), file=self._node.stdin, flush=True)
        answer: list[tuple[int, float]] = json.loads(self._node.stdout.readline())
        return answer


def minisearch(folder: Path, combine: str = "AND") -> Made:
    """What makes such systems with the package installed in a folder.

    The app asks for pages with all words; ``combine`` "OR" asks for any.
    """

    def made(documents: Iterable[Document], _: WordTranslations) -> MiniSearch:
        return MiniSearch(documents, folder, combine)

    return made
