"""Labels without the Markdown and HTML that forms put into them (XLSForm allows both)."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
ANCHOR = re.compile(r"<a\s[^>]*href=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
BREAK = re.compile(r"<br\s*/?>|</p>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)


@lru_cache(4096)
def plain(words: str) -> str:
    """The words as they are read; an address stays beside what it was linked with."""
    bare = words
    if "<" in bare:
        bare = TAG.sub("", BREAK.sub("\n", ANCHOR.sub(r"\2 (\1)", bare)))
    bare = EMPHASIS.sub(r"\1", BOLD.sub(r"\2", LINK.sub(r"\1 (\2)", HEADING.sub("", bare))))
    return unescape(bare).strip()
