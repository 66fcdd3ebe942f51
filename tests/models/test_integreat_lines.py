"""What stands in Integreat's HTML and addresses, as people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.imports.integreat.html_lines import lines_of
from models.imports.integreat.web_address import encoded, path_key


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Eins<br/>zwei</p>drei", ("Eins", "zwei", "drei")),
        ("Wort<b>teil</b> und\r\n mehr", ("Wortteil und mehr",)),
        ("<ul><li>a</li><li><p>b</p></li></ul>", ("a", "b")),
        ("&lt;b&gt; &amp;amp; &#8364;&nbsp;3", ("<b> &amp; € 3",)),
        ("vor<script>alert('<p>x</p>')</script>nach", ("vornach",)),
        ("<p>offen <script>nie zu", ("offen",)),
        ("</script></style></a></td>Text", ("Text",)),
        ("<table><tr><th>Mo</th><td>9-12</td></tr></table>danach", ("Mo | 9-12", "danach")),
        ("<table><tr><td></td><td>allein</td></tr></table>", ("allein",)),
        ("<a href='https://x.example/a b'>Hier </a>mehr", ("Hier (https://x.example/a%20b) mehr",)),
        ("<a href='https://www.x.example/'>x.example</a>", ("x.example",)),
        (
            "<a href='https://x.example/ü'>https://x.example/%C3%BC</a>",
            ("https://x.example/%C3%BC",),
        ),
        ("<a href='javascript:alert(1)'>Klick</a>", ("Klick",)),
        ("<a href='#unten'>unten</a>", ("unten",)),
        ("<a href='https://x.example/p.jpg'><img src='p.jpg' alt='p'></a>Bild", ("Bild",)),
        (
            "<a href='mailto:Amt@x.example?subject=a'>Schreiben Sie</a>",
            ("Schreiben Sie (Amt@x.example)",),
        ),
        ("<a href='tel:+49361123456'>0361 / 123456</a>", ("0361 / 123456",)),
        ("<a href='tel:110'>Polizei</a>", ("Polizei (110)",)),
        (
            "<a href='https://x.example'>zwei<br>Zeilen</a>.",
            ("zwei", "Zeilen (https://x.example)."),
        ),
        ("<a href='https://x.example' style='display: none'>Contact</a><h4>Amt</h4>", ("Amt",)),
        ("<div style='DISPLAY:none'>a<div>b</div>c</div>d", ("d",)),
        ("<br style='display:none'>da", ("da",)),
        ("a\u200bb\u00adc\ud800\x07", ("abc",)),
    ],
)
def test_html_becomes_the_lines_that_somebody_reads(html: str, lines: tuple[str, ...]) -> None:
    assert lines_of(html) == lines


def test_a_link_within_the_region_is_told_as_a_whole() -> None:
    assert lines_of("<a href='../ärzte/'>Ärzte</a>", "https://x.example/de/start/") == (
        "Ärzte (https://x.example/de/%C3%A4rzte/)",
    )


WRITTEN = (
    "<p> </p> <br> <li> </ul> <a> </a> <script> <td> </script> </tr> <div &nbsp; &#0; <!-- --> </"
)
tags = st.sampled_from((*WRITTEN.split(), "<a href='https://x.example'>", "<![CDATA[", "\n"))


@given(st.lists(tags | st.text(max_size=8), max_size=25).map("".join))
def test_whatever_comes_as_html_becomes_clean_lines(html: str) -> None:
    for line in lines_of(html):
        assert line
        assert line == " ".join(line.split())
        assert line.isprintable() or not any(x < " " for x in line)


@given(st.text(max_size=30))
def test_an_address_is_encoded_once_however_often_it_is_asked_for(path: str) -> None:
    address = encoded(f"https://x.example/{path}")

    assert address.isascii()
    assert encoded(address) == address


@pytest.mark.parametrize(
    "url", ["", "x.example", "ftp://x.example", "javascript:alert(1)", "https://", "https://[x"]
)
def test_what_is_no_address_on_the_web_is_none(url: str) -> None:
    assert encoded(url) == ""


def test_paths_are_the_same_encoded_or_not_and_on_each_date() -> None:
    assert path_key("/m/de/gru%C3%9F/") == path_key("/m/de/gruß")
    assert path_key("/m/de/events/chor$2026-10-06/") == path_key("/m/de/events/chor/")
