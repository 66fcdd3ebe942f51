"""XML text to a tree, with everything that XPath can see: text, comments, instructions."""

from __future__ import annotations

from xml.parsers import expat

from surveys.xpath.tree import (
    Comment,
    Doctype,
    Document,
    Element,
    Instruction,
    Text,
)

XHTML = "http://www.w3.org/1999/xhtml"
XFORMS = "http://www.w3.org/2002/xforms"
USUAL = {XHTML: "xhtml", XFORMS: ""}
"""Namespaces that a path calls by the same prefix, whatever prefix the document gives them."""


def parse(text: str) -> Document:
    """A document.

    Raises:
        ValueError: the text is no well-formed XML, or defines entities.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(text, True)
    except expat.ExpatError as wrong:
        raise ValueError(str(wrong)) from None
    return reader.document


class _Reader:
    def __init__(self) -> None:
        self.document = Document("")
        self._open: list[Element] = [self.document]
        self._prefixes: list[dict[str, str]] = [{"xml": "xml"}]
        self._text: Text | None = None
        self.parser = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True
        self._listen()

    def _listen(self) -> None:
        parser = self.parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._apart
        parser.CommentHandler = lambda text: self._leaf(Comment("", text))
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = lambda *_names: self._leaf(Doctype(""))
        parser.EntityDeclHandler = _no_entities

    def _start(self, written: str, flat: list[str]) -> None:
        self._text = None
        attributes = dict(zip(flat[::2], flat[1::2], strict=True))
        prefixes = self._prefixes[-1] | _declared(attributes)
        self._prefixes.append(prefixes)
        prefix, _, local = written.rpartition(":")
        namespace = prefixes.get(prefix, "")
        usual = USUAL.get(namespace, prefix)
        kept = {name: value for name, value in attributes.items() if name != "xmlns"}
        element = Element(f"{usual}:{local}" if usual else local, "", (), kept)
        element.namespace, element.written = namespace, written
        self._open.append(self._open[-1].append(element))

    def _end(self, _name: str) -> None:
        self._text = None
        self._prefixes.pop()
        element = self._open.pop()
        if [child.written for child in element.children] == ["#text"]:
            # A lone text is its element's own, as in a tree that was built by hand.
            element.text = element.children[0].text
            element.remove(element.children[0])

    def _characters(self, text: str) -> None:
        if self._text is None:
            self._text = self._begun("#text")
        self._text.text += text

    def _begun(self, written: str) -> Text:
        text = Text("", "")
        text.written = written
        self._open[-1].append(text)
        return text

    def _start_cdata(self) -> None:
        self._text = self._begun("#cdata")

    def _apart(self) -> None:
        self._text = None

    def _instruction(self, target: str, text: str) -> None:
        self._leaf(Instruction("", text)).written = target

    def _leaf(self, node: Element) -> Element:
        self._text = None
        return self._open[-1].append(node)


def _declared(attributes: dict[str, str]) -> dict[str, str]:
    return {
        name.partition(":")[2]: value
        for name, value in attributes.items()
        if name == "xmlns" or name.startswith("xmlns:")
    }


def _no_entities(*_declaration: object) -> None:
    raise ValueError("entities are not read")
