"""The tree, and XML that becomes one."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from surveys.xpath import Element
from surveys.xpath.tree import from_element
from surveys.xpath.xml import parse
from tests.surveys.xpath.seeing import family


def test_children_by_name_after_each_change() -> None:
    """The index follows."""
    data = family()
    assert len(data.named("child")) == 3
    added = data.insert(0, Element("child"))
    assert data.named("child")[0] is added
    data.remove(added)
    assert len(data.named("child")) == 3
    assert data.named("nobody") == ()
    assert added.parent is None


def test_its_value() -> None:
    """Its own text, or all below it."""
    data = family()
    assert data.named("mother")[0].value() == "Amal"
    assert data.value() == "Amalar deSami7Nour12Lina"


def test_keys_sort_as_nodes_stand() -> None:
    """And no two are equal."""
    nodes = list(family().below())
    keys = [node.key() for node in nodes]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(nodes)


def test_from_elementtree() -> None:
    """Names without their namespaces."""
    source = fromstring('<r xmlns="x"><a k="1">text</a><!-- c --><b><c/></b></r>')
    root = from_element(source)
    assert [node.name for node in root.below() if node.kind == "element"] == ["a", "b", "c"]
    assert root.named("a")[0].attributes == {"k": "1"}
    assert root.value() == "text"


def test_from_xml() -> None:
    """Text beside elements, sections, comments."""
    root = parse("<r>a<b>c</b>d<!-- e --><![CDATA[<f>]]></r>").children[0]
    assert root.value() == "acd<f>"
    kinds = [node.kind for node in root.children]
    assert kinds == ["text", "element", "text", "comment", "text"]


@pytest.mark.parametrize(
    "text", ["", "<a>", "<a></b>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>&nbsp;</a>"]
)
def test_no_xml(text: str) -> None:
    """Nor are entities read, which could grow without end."""
    with pytest.raises(ValueError, match=r".+"):
        parse(text)
