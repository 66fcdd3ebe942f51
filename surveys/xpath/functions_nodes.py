"""Functions on nodes: XPath 1.0's, and ODK's on repeats and secondary instances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from surveys.xpath.axes import ancestors
from surveys.xpath.code import (
    Code,
    Nodes,
    Strings,
    Type,
    of_boolean,
    of_nodes,
    of_number,
    of_string,
)
from surveys.xpath.function import Arguments, Function, argument_or_context
from surveys.xpath.paths import in_order
from surveys.xpath.scope import Frame
from surveys.xpath.tree import Element


def count(arguments: Arguments) -> Code:
    """`count(nodes)`."""
    nodes = arguments[0].nodes
    return of_number(lambda frame: float(len(nodes(frame))))


def count_non_empty(arguments: Arguments) -> Code:
    """`count-non-empty(nodes)`."""
    nodes = arguments[0].nodes
    return of_number(lambda frame: float(sum(1 for node in nodes(frame) if node.value())))


def position(arguments: Arguments) -> Code:
    """`position(node?)`: a row's place among the rows of its repeat, or a candidate's."""
    if not arguments:
        return of_number(lambda frame: float(frame.position))
    return of_number(partial(_position, arguments[0].nodes))


def last(_arguments: Arguments) -> Code:
    """`last()`."""
    return of_number(lambda frame: float(frame.size))


def current(_arguments: Arguments) -> Code:
    """`current()`: the node that the whole expression belongs to."""
    return of_nodes(lambda frame: (frame.current,), lambda frame: frame.current.value())


def instance(arguments: Arguments) -> Code:
    """`instance('id')`: a secondary instance, nothing when there is none of that name."""
    name = arguments[0].string

    def found(frame: Frame) -> Sequence[Element]:
        known = frame.scope.instances.get(name(frame))
        return () if known is None else (known,)

    return of_nodes(found)


def pulldata(arguments: Arguments) -> Code:
    """`pulldata('file', 'column', 'key column', key)`: one cell of an attached file."""
    file, column, key, wanted = (each.string for each in arguments)
    return of_string(partial(_pulled, file, column, key, wanted))


def id_(arguments: Arguments) -> Code:
    """`id(value)`: the elements of these ids."""
    return of_nodes(partial(_by_id, arguments[0]))


def lang(arguments: Arguments) -> Code:
    """`lang(language)`: after the nearest `xml:lang`."""
    return of_boolean(partial(_in_language, arguments[0].string))


def _name(spelled: Callable[[Element], str]) -> Callable[[Arguments], Code]:
    def build(arguments: Arguments) -> Code:
        nodes = argument_or_context(arguments).nodes

        def first(frame: Frame) -> str:
            found = nodes(frame)
            return spelled(found[0]) if found else ""

        return of_string(first)

    return build


def _written(node: Element) -> str:
    named = node.kind in {"element", "attribute", "processing-instruction"}
    return node.written if named else ""


def _local(node: Element) -> str:
    return _written(node).rpartition(":")[2]


def _namespace(node: Element) -> str:
    if node.kind != "attribute" or ":" not in node.name:
        return node.namespace if node.kind == "element" else ""
    wanted = "xmlns:" + node.name.partition(":")[0]
    for above in ancestors(node):
        if wanted in above.attributes:
            return above.attributes[wanted]
    return ""


def _position(nodes: Nodes, frame: Frame) -> float:
    found = nodes(frame)
    if not found:
        return 0.0
    node = found[0]
    rows = (node,) if node.parent is None else node.parent.named(node.name)
    return float(rows.index(node) + 1)


def _by_id(wanted: Code, frame: Frame) -> Sequence[Element]:
    if wanted.type is Type.NODES:
        names = {name for node in wanted.nodes(frame) for name in node.value().split()}
    else:
        names = set(wanted.string(frame).split())
    return in_order(node for node in frame.scope.root.below() if node.attributes.get("id") in names)


def _in_language(language: Strings, frame: Frame) -> bool:
    wanted = language(frame).lower()
    for node in (frame.context, *ancestors(frame.context)):
        if "xml:lang" in node.attributes:
            known = node.attributes["xml:lang"].lower()
            return known == wanted or known.startswith(wanted + "-")
    return False


def _pulled(file: Strings, column: Strings, key: Strings, wanted: Strings, frame: Frame) -> str:
    source = frame.scope.instances.get(file(frame))
    if source is None:
        return ""
    value, key_column, cell = wanted(frame), key(frame), column(frame)
    for item in source.below():
        keys = item.named(key_column)
        if keys and keys[0].value() == value:
            cells = item.named(cell)
            return cells[0].value() if cells else ""
    return ""


FUNCTIONS = {
    "count": Function(count, 1, 1),
    "count-non-empty": Function(count_non_empty, 1, 1),
    "position": Function(position, 0, 1),
    "last": Function(last, 0, 0),
    "current": Function(current, 0, 0),
    "instance": Function(instance, 1, 1),
    "pulldata": Function(pulldata, 4, 4),
    "id": Function(id_, 1, 1),
    "lang": Function(lang, 1, 1),
    "name": Function(_name(_written), 0, 1),
    "local-name": Function(_name(_local), 0, 1),
    "namespace-uri": Function(_name(_namespace), 0, 1),
}
