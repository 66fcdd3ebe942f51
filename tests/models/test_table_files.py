"""Tables as people save them: workbooks, CSV from Excel and elsewhere, folders, and rubbish."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from models.imports.offers_table import SHEETS, read_offers
from models.imports.problems import Unreadable
from models.imports.reading import Reading
from models.imports.table import read
from models.lexicon import load_topics
from tests.models.offer_tables import CAFE, COURSE, LANGUAGE_FIELD, TOPICS, sheet

ROOT = Path(__file__).parents[2]
CODES = [topic.code for topic in load_topics()]


def saved(path: Path, **sheets: list[dict[str, Any]]) -> Path:
    book = Workbook()
    del book["Sheet"]
    for name, records in sheets.items():
        page = book.create_sheet(name)
        for row in sheet(name, *records).rows:
            page.append(row)
    book.save(path)
    return path


def as_csv(*records: dict[str, Any], separator: str = ",") -> str:
    rows = sheet("offers", *records).rows
    return "\r\n".join(
        separator.join('"' + str("" if x is None else x).replace('"', '""') + '"' for x in row)
        for row in rows
    )


def reading(path: Path) -> Reading:
    return read_offers(read(path, SHEETS), TOPICS)


def refused(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read(path, SHEETS)
    return str(caught.value.problem)


def test_a_workbook_with_excels_own_values(tmp_path: Path) -> None:
    typed = {
        "cost_amount": 12.5,
        "valid_until": datetime(2027, 1, 31),  # noqa: DTZ001  as Excel keeps it
        "last_checked": date(2026, 10, 1),
        "online": True,
        "postal_code": 4600,
        "latitude": 50.98,
        "id": 7,
    }
    path = saved(tmp_path / "a.xlsx", offers=[COURSE | typed], fields=[LANGUAGE_FIELD])
    found = reading(path)
    assert [str(x) for x in found.problems] == []
    (offer,) = found.offers
    assert (offer.source_id, offer.cost_amount, offer.online) == ("7", 12.5, True)
    assert (offer.valid_until, offer.last_checked) == (date(2027, 1, 31), date(2026, 10, 1))
    assert offer.place is not None
    assert (offer.place.postal_code, offer.place.latitude) == ("04600", 50.98)
    assert found.fields is not None


@pytest.mark.parametrize(
    ("shown_as", "read_as"),
    [
        ("mmm-yy", "12/2026"),
        ("[$-407]mmm/\\ yy;@", "12/2026"),
        ('mmmm" (d)"', "12/2026"),
        ("yyyy", "2026"),
        ("DD.MM.YYYY", datetime(2026, 12, 1)),  # noqa: DTZ001  as Excel keeps it
        ("General", 46357),
    ],
)
def test_a_date_whose_day_excel_does_not_show_is_a_month_or_a_year(
    tmp_path: Path, shown_as: str, read_as: object
) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["end"])
    page.append([date(2026, 12, 1)])
    page["A2"].number_format = shown_as
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx", SHEETS).sheets[0].rows[1] == (read_as,)


def test_a_workbooks_problems_have_its_rows_and_columns(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", offers=[CAFE, {}, CAFE | {"id": "b", "online": "?"}])
    (problem,) = reading(path).problems
    assert problem.place == "a.xlsx, sheet offers, row 4, column H (online)"


def test_the_only_sheet_may_have_any_name(tmp_path: Path) -> None:
    assert len(reading(saved(tmp_path / "a.xlsx", Tabelle1=[CAFE])).offers) == 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_usual_separator(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "angebote.csv"
    path.write_text(as_csv(COURSE, CAFE, separator=separator), encoding="utf-8")
    found = reading(path)
    assert [str(x) for x in found.problems] == []
    assert [x.source_id for x in found.offers] == ["kurs", "cafe"]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(as_csv(CAFE), encoding="utf-8-sig")
    assert reading(path).problems == ()


def test_windows_1252_is_read_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(as_csv(CAFE, separator=";"), encoding="cp1252")
    found = reading(path)
    assert found.offers[0].texts["de"]["title"] == "Frauencafé"
    assert [str(x) for x in found.notices] == [
        "a.csv: the file is not in UTF-8; read as Windows-1252, so look at the umlauts"
    ]


def test_a_csvs_problems_have_the_rows_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = CAFE | {"short_answer::de": "Zwei\r\nZeilen"}
    path.write_bytes(as_csv(lines, lines | {"id": "b", "online": "?"}).encode())
    (problem,) = reading(path).problems
    assert problem.place == "a.csv, sheet offers, row 3, column H (online)"


def test_a_folder_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    (tmp_path / "offers.csv").write_text(as_csv(CAFE), encoding="utf-8")
    (tmp_path / "fields.csv").write_text(as_csv(LANGUAGE_FIELD), encoding="utf-8")
    (tmp_path / "something.csv").write_text("else", encoding="utf-8")
    found = reading(tmp_path)
    assert found.problems == ()
    assert found.fields is not None


def test_a_folder_without_offers_is_a_problem(tmp_path: Path) -> None:
    assert [x.code for x in reading(tmp_path).problems] == ["sheet_missing"]


def test_what_is_no_table_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (tmp_path / "a.csv").write_bytes(b"\x81\x8d\x8f")
    assert "expected .xlsx, .csv, .json or a folder" in refused(tmp_path / "a.pdf")
    assert refused(tmp_path / "a.xlsx").startswith("a.xlsx: the file is no Excel workbook")
    assert "save it as “CSV UTF-8”" in refused(tmp_path / "a.csv")
    assert refused(tmp_path / "no.csv") == "no.csv: there is no such file or folder"


def test_a_cell_beyond_csvs_limit_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id\n"' + "x" * (csv.field_size_limit() + 1) + '"')
    assert "the file is no CSV table: field larger than field limit" in refused(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from([".csv", ".xlsx", ".tsv", ".json"]))
def test_any_bytes_give_a_table_or_a_problem(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(content)
    try:
        problems = reading(path).problems
    except Unreadable as error:
        problems = (error.problem,)
    assert [str(problem).partition(".")[0] for problem in problems[:1]] == ["any"]


def test_the_demo_town_has_no_problems() -> None:
    found = read_offers(read(ROOT / "demo", SHEETS), CODES)
    assert [str(x) for x in (*found.problems, *found.notices)] == []
    assert len(found.offers) >= 60
    assert sum(x.first_contact for x in found.offers) >= 1
    assert found.fields is not None
    with_topics = {topic for field in found.fields for topic in field.topics}
    assert {topic for x in found.offers for topic in x.topics} <= with_topics


def test_a_third_of_the_demo_towns_offers_are_translated_into_all_languages() -> None:
    found = read_offers(read(ROOT / "demo", SHEETS), CODES)
    translated = [x for x in found.offers if len(x.texts) == 10]
    assert len(translated) >= len(found.offers) / 3


def test_json_is_read_by_the_names_of_its_sheets(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"offers": [{"id": "a", "n": 1.5}, {"id": "b", "x": true}], "fields": []}')
    offers, fields = read(file, ("offers",)).sheets
    assert offers.rows == (("id", "n", "x"), ("a", 1.5, None), ("b", None, True))
    assert (offers.name, fields.name, fields.rows) == ("offers", "fields", ())


def test_json_that_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for text in ("[1]", '{"offers": [{"id": [1]}]}', "{", ""):
        file.write_text(text)
        assert "a.json: the file is no JSON table: " in refused(file)
