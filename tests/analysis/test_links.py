"""Addresses as people type them: what is safe to show, and nothing else."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.links import https


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://www.example.org/termine?ort=mitte#heute", None),
        ("www.example.org", "https://www.example.org"),
        (" HTTPS://Example.ORG/Plan ", "https://example.org/Plan"),
        ("xn--mller-kva.de/fest", "https://xn--mller-kva.de/fest"),
    ],
)
def test_an_address(typed: str, meant: str | None) -> None:
    assert https(typed) == (meant or typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "hallo", "http://example.org", "javascript:alert(1)", "ftp://example.org", "tel:112"),
        *("https://example.org@evil.test/", "https://user:pw@example.org", "https://localhost/x"),
        *(
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://2130706433/",
            "https://example.org:8443",
        ),
        *("https://exämple.org", "https://example.org/a b", "https://example.org/\u202egro.evil"),
        *("https://example.org\\@evil.test", "https://example..org", "https://-a.org"),
        *("https://" + "a" * 70 + ".org", "https://example.org/" + "x" * 1000, "https://a.b:x/"),
    ],
)
def test_what_is_no_address_or_not_safe(typed: str) -> None:
    assert https(typed) is None


@given(st.one_of(st.text(), st.from_regex(r"https?://[^\s]{0,40}")))
def test_whatever_is_typed_leads_to_a_named_host_or_nowhere(typed: str) -> None:
    found = https(typed)
    if found is not None:
        parts = urlsplit(found)
        assert (parts.scheme, parts.username, parts.port) == ("https", None, None)
        assert parts.hostname == parts.netloc
        assert "." in parts.netloc
        assert found.isascii()
        assert https(found) == found
