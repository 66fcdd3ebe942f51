"""Offers written as HSDS: as the standard wants it, and shared things once."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.exports.hsds.naming import Words
from models.exports.hsds.writing import Catalog, write_folder, write_json, write_zip
from models.hsds_profile import NAMESPACE, TOPICS, made_id
from models.offer import FieldOfAction, Offer, Organization, Phone, Place, Schedule
from tests.models.hsds_standard import complaints, package
from tests.models.offer_strategies import catalogues

KURS = Offer(0, "kurs", Organization("Volkshochschule"), {"de": {"title": "Deutschkurs"}})
HOUSE = Place("Haus am Markt", "Markt 1", city="Mittelstadt", source_id="house")
TESTED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def as_json(folder: Path, *offers: Offer) -> list[Any]:
    """The services of a JSON export."""
    write_json(Catalog("table", offers), folder / "services.json")
    found: list[Any] = json.loads((folder / "services.json").read_text("utf-8"))
    return found


@TESTED
@given(offers=catalogues())
def test_a_package_is_what_the_standard_wants(tmp_path: Path, offers: tuple[Offer, ...]) -> None:
    write_folder(Catalog("table", offers), tmp_path)
    assert list(complaints(package(tmp_path))) == []


@pytest.mark.parametrize(
    ("table", "broken", "complaint"),
    [
        ("service", {"status": "open"}, "service: status is open"),
        ("service", {"name": ""}, "service: name is empty"),
        ("service", {"organization_id": KURS.source_id}, "organization_id points nowhere"),
        ("organization", {"id": "1"}, "organization: id is 1"),
    ],
)
def test_the_standard_would_complain(
    tmp_path: Path, table: str, broken: dict[str, str], complaint: str
) -> None:
    write_folder(Catalog("table", (KURS,)), tmp_path)
    tables = package(tmp_path)
    tables[table] = [{**tables[table][0], **broken}]
    assert any(complaint in told for told in complaints(tables))


def test_what_nobody_knew_is_filled_in_and_said(tmp_path: Path) -> None:
    [service] = as_json(tmp_path, replace(KURS, places=(HOUSE,)))
    [address] = service["service_at_locations"][0]["location"]["addresses"]
    assert address["lotse_filled_in"] == "state_province,postal_code"
    assert address["state_province"] == address["postal_code"] == "Mittelstadt"
    assert service["organization"]["description"] == "Volkshochschule"
    assert service["organization"]["lotse_filled_in"] == "description"
    assert "lotse_filled_in" not in service


def test_an_offer_without_a_german_title_has_its_name_from_another_language(tmp_path: Path) -> None:
    [service] = as_json(tmp_path, replace(KURS, texts={"ar": {"title": "دورة"}}))
    assert (service["name"], service["lotse_filled_in"]) == ("دورة", "name")


def test_a_place_of_several_offers_is_one_row(tmp_path: Path) -> None:
    at_night = replace(HOUSE, schedules=(Schedule(description="nachts"),))
    there = replace(KURS, places=(HOUSE,)), replace(KURS, source_id="b", places=(at_night,))
    write_folder(Catalog("table", there), tmp_path)
    tables = package(tmp_path)
    assert [len(tables[x]) for x in ("location", "address", "service_at_location")] == [1, 1, 2]


def test_what_is_called_alike_and_is_not_the_same_stays_apart(tmp_path: Path) -> None:
    other = replace(HOUSE, street="Markt 2")
    there = replace(KURS, places=(HOUSE,)), replace(KURS, source_id="b", places=(other,))
    write_folder(Catalog("table", there), tmp_path)
    streets = [row["address_1"] for row in package(tmp_path)["address"]]
    assert streets == ["Markt 1", "Markt 2"]


def test_an_id_that_is_a_uuid_stays_and_another_is_always_the_same(tmp_path: Path) -> None:
    uuid = "ac148810-d857-441c-9679-408f346de14b"
    services = as_json(tmp_path, replace(KURS, source_id=uuid), KURS)
    again = as_json(tmp_path, KURS)
    assert services[0]["id"] == uuid
    assert services[1]["id"] == again[0]["id"] != "kurs"
    assert services[1]["lotse_source_id"] == "kurs"


def test_only_whole_numbers_are_extensions(tmp_path: Path) -> None:
    phones = Phone("0361 1", "7"), Phone("0361 1", "07")
    [service] = as_json(tmp_path, replace(KURS, phones=phones))
    first, second = service["phones"]
    assert first["extension"] == 7
    assert (second.get("extension"), second["lotse_extension"]) == (None, "07")


def test_a_rule_that_the_standard_does_not_know_is_no_freq(tmp_path: Path) -> None:
    daily = Schedule(freq="DAILY", dtstart=date(2026, 12, 1))
    [service] = as_json(tmp_path, replace(KURS, schedules=(daily,)))
    [schedule] = service["schedules"]
    assert ("freq" in schedule, schedule["lotse_freq"]) == (False, "DAILY")


def test_a_translation_older_than_its_german_text_has_no_hash(tmp_path: Path) -> None:
    texts = {"de": {"title": "Kurs"}, "ar": {"title": "دورة"}, "en": {"title": "Course"}}
    [service] = as_json(tmp_path, replace(KURS, texts=texts, outdated=("title::ar",)))
    hashed = {x["language"]: "source_hash" in x for x in service["lotse_translations"]}
    assert hashed == {"ar": False, "en": True}


def test_terms_have_their_german_names(tmp_path: Path) -> None:
    words = Words({(TOPICS, "literacy"): "Alphabetisierung"})
    fields = (FieldOfAction("SPR", {"de": "Sprache"}, ("literacy",)),)
    write_folder(Catalog("table", (KURS,), fields, words), tmp_path)
    terms = {row["code"]: row["name"] for row in package(tmp_path)["taxonomy_term"]}
    assert terms == {"SPR": "Sprache", "literacy": "Alphabetisierung"}


def test_a_zip_holds_the_folder(tmp_path: Path) -> None:
    catalog = Catalog("table", (KURS,))
    write_folder(catalog, tmp_path / "tables")
    write_zip(catalog, tmp_path / "services.zip")
    with zipfile.ZipFile(tmp_path / "services.zip") as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {x.name: x.read_bytes() for x in (tmp_path / "tables").iterdir()}


def test_a_table_of_another_time_does_not_stay(tmp_path: Path) -> None:
    write_folder(Catalog("table", (replace(KURS, phones=(Phone("0361 1"),)),)), tmp_path)
    write_folder(Catalog("table", (KURS,)), tmp_path)
    assert package(tmp_path)["phone"] == []


def test_progress_ends_with_everything(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    offers = tuple(replace(KURS, source_id=str(number)) for number in range(250))
    write_json(Catalog("table", offers), tmp_path / "a.json", lambda *x: told.append(x))
    assert told == [(0, 250), (100, 250), (200, 250), (250, 250)]


@given(name=st.text())
def test_made_ids_are_uuids_of_version_5(name: str) -> None:
    assert made_id(name) == str(uuid5(NAMESPACE, name))
