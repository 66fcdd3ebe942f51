"""The tree that expressions look at: light, mutable, with an index of children by name.

Of XPath's kinds of nodes (https://www.w3.org/TR/1999/REC-xpath-19991116/#data-model) an interview
needs elements only; the others are there so that any XML document can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar
from xml.etree.ElementTree import Element as XmlElement

Key = tuple[int, ...]


class Element:
    """One node. `name` is what a path calls it; `parent` is set by `append` and `insert`.

    `text` is its value while it has no children. `namespace` and `written` (its name as the
    document spells it) are for documents that were read from XML.
    """

    __slots__ = (
        "_children",
        "_index",
        "attributes",
        "name",
        "namespace",
        "parent",
        "text",
        "written",
    )
    kind: ClassVar[str] = "element"

    def __init__(
        self,
        name: str,
        text: str = "",
        children: Iterable[Element] = (),
        attributes: Mapping[str, str] | None = None,
        parent: Element | None = None,
    ) -> None:
        self.name = name
        self.text = text
        self.attributes = {} if attributes is None else dict(attributes)
        self.parent = parent
        self.namespace = ""
        self.written = name
        self._children: list[Element] = []
        self._index: dict[str, tuple[Element, ...]] | None = None
        for child in children:
            self.append(child)

    @property
    def children(self) -> Sequence[Element]:
        """What is in it, in order. Change it with `append`, `insert` and `remove`."""
        return self._children

    def append(self, child: Element) -> Element:
        """Put a child at the end, and return it."""
        return self.insert(len(self._children), child)

    def insert(self, at: int, child: Element) -> Element:
        """Put a child before the one that is at `at` now, and return it."""
        child.parent = self
        self._children.insert(at, child)
        self._index = None
        return child

    def remove(self, child: Element) -> None:
        """Take a child away.

        Raises:
            ValueError: it is none of hers.
        """
        self._children.remove(child)
        child.parent = None
        self._index = None

    def named(self, name: str) -> tuple[Element, ...]:
        """The children of a name, in order."""
        index = self._index
        if index is None:
            index = self._index = self._indexed()
        return index.get(name, ())

    def value(self) -> str:
        """Its string-value: its own text, or that of all below it."""
        if not self._children:
            return self.text
        return "".join(node.text for node in self.below() if node.kind == "text")

    def below(self) -> Iterator[Element]:
        """All descendants in document order."""
        waiting = list(reversed(self.content()))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.content()))

    def content(self) -> Sequence[Element]:
        """Its children, where its own text is a node too."""
        if self._children or not self.text or self.kind != "element":
            return self._children
        return (Text("", self.text, parent=self),)

    def attribute_nodes(self) -> Sequence[Element]:
        """Its attributes as nodes; declarations of namespaces are none."""
        return [
            Attribute(name, text, parent=self)
            for name, text in self.attributes.items()
            if not name.startswith("xmlns:")
        ]

    def key(self) -> Key:
        """Its place in document order: keys sort as their nodes stand, and no two are equal."""
        steps: list[int] = []
        node = self
        while node.parent is not None:
            steps.extend(reversed(node.place(node.parent)))
            node = node.parent
        return tuple(reversed(steps))

    def place(self, parent: Element) -> Key:
        """Its place in its parent."""
        siblings = parent.children
        return (siblings.index(self) + 1,) if self in siblings else (1,)

    def _indexed(self) -> dict[str, tuple[Element, ...]]:
        index: dict[str, list[Element]] = {}
        for child in self._children:
            index.setdefault(child.name, []).append(child)
        return {name: tuple(found) for name, found in index.items()}


class Document(Element):
    """What `/` stands for: above the form's own element."""

    __slots__ = ()
    kind = "document"


class Text(Element):
    """A piece of text beside elements."""

    __slots__ = ()
    kind = "text"


class Comment(Element):
    """`<!-- … -->`."""

    __slots__ = ()
    kind = "comment"


class Instruction(Element):
    """`<?name text?>`."""

    __slots__ = ()
    kind = "processing-instruction"


class Doctype(Element):
    """`<!DOCTYPE …>`, which XPath does not know and web browsers count as a node."""

    __slots__ = ()
    kind = "doctype"


class Attribute(Element):
    """`name="text"`."""

    __slots__ = ()
    kind = "attribute"

    def place(self, parent: Element) -> Key:
        """After its element and before the children."""
        return (0, list(parent.attributes).index(self.name))


def document(root: Element) -> Document:
    """A document with one element: what `Scope.root` should be."""
    return Document("", children=(root,))


def from_element(source: XmlElement) -> Element:
    """A tree from one of ElementTree's; namespaces are dropped, words beside elements too."""
    name = source.tag.rpartition("}")[2]
    children = [from_element(child) for child in source.iterfind("*")]
    attributes = {key.rpartition("}")[2]: text for key, text in source.attrib.items()}
    return Element(name, "" if children else source.text or "", children, attributes)
