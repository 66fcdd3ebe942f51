"""Settings: none is needed, and a wrong one is refused by its name."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bot.settings import ORDER, Settings
from models.language import shipped
from search.answer import Thresholds, Zone

QUIET = "smtps://lotse:quiet@mail.town.example?from=lotse@town.example"


def settings(**given: Any) -> Settings:
    """Settings as if these were set, and no file read."""
    return Settings(_env_file=None, **given)


def test_none_is_needed() -> None:
    town = settings().about_town
    assert town.default_language == "de"
    assert set(town.languages) == set(shipped())


def test_languages_come_in_the_order_of_the_menu() -> None:
    assert settings().about_town.languages == ORDER
    assert settings(languages="ar, de").about_town.languages == ("ar", "de")


def test_a_public_address_ends_without_a_slash() -> None:
    assert settings(public_url="https://lotse.example.org/").about_town.public_url == (
        "https://lotse.example.org"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("languages", "de,xx"),
        ("default_language", "xx"),
        ("default_language", ""),
        ("timezone", "Nowhere"),
        ("timezone", "../etc"),
        ("timezone", ""),
        ("http_port", "70000"),
        ("telegram_rate", "1001"),
        ("telegram_bot", "https://t.me/lotse"),
        ("database_url", "lotse.db"),
        ("database_url", "mysql://lotse@localhost/lotse"),
        ("holidays", "DE-XX"),
        ("holidays", ""),
        ("ladder", "nowhere.toml"),
        ("ladder", "pyproject.toml"),
        ("smtp_url", "mail.town.example"),
        ("office_hours", ""),
        ("office_hours", "Mo 9"),
        ("office_closed", "Heiligabend"),
        ("handoff_answer_hours", "0"),
        ("answer_sure", "0"),
        ("answer_sure", "1.1"),
        ("answer_unsure", "0.6"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        settings(**{name: value})
    assert [error["loc"] for error in refused.value.errors()] == [(name,)]


def test_catholic_holidays_need_a_place_that_keeps_some() -> None:
    assert settings(holidays="DE-BY", catholic_holidays="true").catholic_holidays
    with pytest.raises(ValidationError) as refused:
        settings(holidays="FR", catholic_holidays="true")
    assert [error["loc"] for error in refused.value.errors()] == [("catholic_holidays",)]


def test_secrets_do_not_show() -> None:
    shown = repr(settings(telegram_token="1:quiet", secret_key="quiet", smtp_url=QUIET))
    assert "quiet" not in shown


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///lotse.db", "lotse.db"),
        ("sqlite:////data/lotse.db", "/data/lotse.db"),
        ("postgresql+psycopg://lotse@localhost/lotse", None),
    ],
)
def test_where_sqlites_file_is(url: str, file: str | None) -> None:
    found = settings(database_url=url).database_file
    assert (found and str(found)) == file


def test_how_sure_an_answer_has_to_be_reaches_those_who_answer() -> None:
    town = settings(answer_sure="0.8", answer_unsure="0.8").about_town
    assert [town.thresholds.zone(x) for x in (0.81, 0.79)] == [Zone.HIGH, Zone.LOW]
    assert settings().about_town.thresholds == Thresholds()


def test_counsellors_are_not_there_on_holidays_and_closed_days() -> None:
    closed = settings(office_hours="Mo-Su 10:00-12:00", office_closed="12-24", timezone="UTC")
    office = closed.about_town.office
    open_on = [day for day in range(23, 28) if office.on(date(2026, 12, day))]
    assert open_on == [23, 27]  # Christmas Eve is the town's own, two days are the Land's
    assert office.zone.key == "UTC"
