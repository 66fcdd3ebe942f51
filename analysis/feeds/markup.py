"""What both formats are made of: elements, text that XML may hold, and an entry as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree as ET

from analysis.feeds.entry import Entry, Picture

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no Char of XML 1.0 (2.2), escaped or not."""


def clean(text: str) -> str:
    """The text without what no XML may hold."""
    return FORBIDDEN.sub("", text)


def add(
    parent: ET.Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None
) -> ET.Element:
    """A new last child."""
    cleaned = {name: clean(value) for name, value in (attributes or {}).items()}
    child = ET.SubElement(parent, tag, cleaned)
    child.text = clean(text) or None
    return child


def written(root: ET.Element) -> bytes:
    """The document in UTF-8, with its declaration."""
    ET.indent(root, space="")
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def html(entry: Entry) -> str:
    """An entry's paragraphs as HTML: its language and direction stand on the element around them,
    because readers show them beside texts of other directions.
    """
    paragraphs = [f"<p>{_lines(one)}</p>" for one in entry.paragraphs if one.strip()]
    picture = [_image(entry.picture)] if entry.picture else []
    inside = "".join((*picture, *paragraphs))
    return f'<div lang="{escape(entry.language)}" dir="{escape(entry.direction)}">{inside}</div>'


def _lines(paragraph: str) -> str:
    return escape(paragraph.strip()).replace("\n", "<br>")


def _image(picture: Picture) -> str:
    return f'<p><img src="{escape(picture.address)}" alt="{escape(picture.alt)}"></p>'
