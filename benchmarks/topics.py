"""The topics' names and synonyms as the repository has them, ``<language>/topics.toml``."""

import tomllib
from collections import defaultdict
from pathlib import Path

from search.document import Topic

LOCALES = Path(__file__).parents[1] / "locales"


def read_topics(folder: Path) -> list[Topic]:
    """Return the topics of all languages found in a folder."""
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    synonyms: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for path in sorted(folder.glob("*/topics.toml")):
        for code, topic in tomllib.loads(path.read_text(encoding="utf-8")).items():
            names[code][path.parent.name] = topic["name"]
            synonyms[code][path.parent.name] = tuple(topic["synonyms"])
    return [Topic(code, names[code], synonyms[code]) for code in names]
