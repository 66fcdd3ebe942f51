"""The report as a page: complete in itself, and to be read by everyone."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reports.html import html
from analysis.reports.measures.building import measures_report
from bot.voice import Speaker
from tests.analysis.reports.towns import CAFES, FACTS, cafes, report

EMPTY = {"meta", "link", "br", "hr", "img", "input", "col"}


class Page(HTMLParser):
    """A page's elements in their order, and its text. Fails where tags do not match."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data.strip())

    def all(self, *tags: str) -> list[dict[str, str]]:
        """The attributes of all elements of these tags."""
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module")
def page() -> Page:
    """The whole report on the small town."""
    return Page(html(report()))


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    assert page.all("script", "link", "img", "iframe") == []
    addresses = [
        value
        for _, found in page.elements
        for name, value in found.items()
        if name in {"src", "href", "action", "srcset"}
    ]
    assert all(address.startswith("#") for address in addresses)
    assert not re.search(r"https?:|@import|url\((?!#)", html(report()))


def test_every_link_leads_somewhere(page: Page) -> None:
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    assert {found["href"][1:] for found in page.all("a", "use")} <= set(ids)
    for found in (found for _, found in page.elements if "aria-labelledby" in found):
        assert set(found["aria-labelledby"].split()) <= set(ids)


def test_it_has_a_language_a_title_and_one_heading_above_all(page: Page) -> None:
    assert page.all("html") == [{"lang": "de", "dir": "ltr"}]
    assert "Maßnahmenbericht – Integrationskonzept: Mittelstadt, Stand: 20.11.2026" in page.texts
    assert len(page.all("h1")) == 1
    assert page.all("h3", "h4") == []


def test_every_table_has_a_caption_and_every_heading_its_scope(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table"))
    assert {found.get("scope") for found in page.all("th")} == {"col", "row", "rowgroup"}


def test_the_chart_is_an_image_with_a_name_and_a_description(page: Page) -> None:
    (image,) = [found for found in page.all("svg") if found.get("role") == "img"]
    title, description = image["aria-labelledby"].split()
    assert (page.all("title")[1], page.all("desc")) == ({"id": title}, [{"id": description}])


def test_signs_are_silent_because_words_stand_beside_them(page: Page) -> None:
    marks = [found for found in page.all("svg") if found.get("class") in {"mark", "share"}]
    assert marks
    assert all(found["aria-hidden"] == "true" for found in marks)


def test_columns_for_files_are_not_shown(page: Page) -> None:
    assert "Beginn" not in page.texts
    assert "Verantwortlich" in page.texts


def test_what_is_empty_says_so_instead_of_a_table() -> None:
    page = Page(html(report(cafes(changes=()))))
    assert "Kein Termin wurde geändert." in page.texts


@given(st.text(min_size=1))
def test_no_title_breaks_the_page(title: str) -> None:
    source = html(report(replace(CAFES, title=f"a{title}z")))
    page = Page(source)
    assert len(page.all("script")) == 0
    assert len(page.all("td", "th")) == len(Page(html(report(CAFES))).all("td", "th"))


def test_other_languages_run_their_way() -> None:
    source = html(measures_report(FACTS, Speaker("en")))
    assert '<html lang="en" dir="ltr">' in source
    assert "Report on measures" in source
