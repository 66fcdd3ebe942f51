"""Danger is recognised, and talk about firemen is not danger."""

import pytest

from search.emergency import EmergencyDetector, EmergencyTerms

DETECTOR = EmergencyDetector.of(
    [
        EmergencyTerms(
            "fire",
            {"de": ("es brennt", "feuerwehr*"), "ar": ("حريق",), "uk": ("пожежа",)},
            {"de": ("freiwillige feuerwehr*", "feuerwehr beitreten", "jugendfeuerwehr*")},
        ),
        EmergencyTerms(
            "violence",
            {"de": ("mann schlägt mich",), "tr": ("kocam beni dövüyor",), "en": ("he hits me",)},
            {"de": ("nicht mehr schlägt",)},
        ),
        EmergencyTerms("medical", {"de": ("bewusstlos",), "fa": ("سکته",)}),
    ]
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hilfe, es BRENNT!!", ("fire",)),
        ("هناك حَريق في البيت", ("fire",)),
        ("Пожежа!", ("fire",)),
        ("Mein Mann schlaegt mich", ("violence",)),
        ("Kocam beni DÖVÜYOR", ("violence",)),
        ("Es brennt und sie ist bewußtlos", ("fire", "medical")),
        ("سكته", ("medical",)),
        ("Die freiwillige Feuerwehr kommt nicht, es brennt", ("fire",)),
    ],
)
def test_danger_is_recognised(text: str, kinds: tuple[str, ...]) -> None:
    assert DETECTOR.detect(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wo kann ich der Feuerwehr beitreten?",
        "Freiwillige Feuerwehren in der Stadt",
        "Die Sonne brennt und ich suche Arbeit",
        "Ein Mann fragt in der Stadt nach Hilfe, seine Tochter schlägt eine Schule für mich vor",
        "bewusstlo",
    ],
)
def test_other_talk_is_no_danger(text: str) -> None:
    assert DETECTOR.detect(text) == ()
