"""/measures: one's own for everybody, all of them for the coordination."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from models import accounts
from models.action import Action
from models.answers import AssignTo, ShowMeasure
from models.base import Session
from models.department import DepartmentRow
from models.measure_parts import INDICATOR, VALUE
from models.reminders import Reminder, State, record
from models.role import Role
from models.store import Store
from tests.handlers.talking import Town
from tests.handlers.test_reminders import TODAY, a_step, account_of, measure_of, now
from tests.models import measure_towns


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def town_of_measures(there: Town, owner: int) -> None:
    """Nine of hers in several states and lights, and two of nobody's."""

    def fill(session: Session) -> None:
        hers: dict[str, Any] = {"responsible_id": owner, "last_news": TODAY}
        for number in range(1, 8):
            measure_towns.measure(session, f"SPR-0{number}", **hers)
        measure_towns.measure(session, "BIL-01", **hers, status="idea", field="BIL", start=None)
        late = {**hers, "end": TODAY - timedelta(days=1)}
        measure_towns.measure(session, "BIL-02", **late, field="BIL")
        measure_towns.measure(session, "GES-01", field="GES", last_news=TODAY)
        measure_towns.measure(session, "GES-02", field="GES", last_news=TODAY, active=False)

    await there.do(fill)


async def test_mine_by_state_with_symbol_and_word(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    await town_of_measures(there, await account_of(owner))
    said = await owner.says("/massnahmen")
    assert "9 Maßnahmen" in said
    assert "🔺 rot: 1" in said
    assert "🟢 grün: 7" in said
    assert "Idee: 1\nin Umsetzung: 8" in said
    assert "BIL-01" in owner.key("BIL-01").label
    assert owner.message is not None
    assert [row[0].label[:8] for row in owner.message.keys][:2] == ["⚪ BIL-01", "🔺 BIL-02"]
    await owner.presses("Weiter")
    assert "SPR-07" in owner.key("SPR-07").label


async def test_mine_in_one_state(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    await town_of_measures(there, await account_of(owner))
    await owner.says("/measures")
    assert "1 Maßnahme" in await owner.presses("Idee (1)")
    assert "BIL-01" in owner.key("BIL-01").label
    await owner.presses("Meine Maßnahmen")
    assert "8 Maßnahmen" in await owner.presses("in Umsetzung (8)")


async def test_whoever_has_none_hears_so(there: Town) -> None:
    her = await there.somebody("Amt", Role.NETWORK)
    assert "keine Maßnahmen" in await her.says("/measures")


async def test_a_card_tells_all(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, decision_number="SR 0417/2025")
    await a_step(there, id)
    figure = {"measure_id": id, "name": "Teilnehmende", "unit": "Personen", "target": 60}
    query = insert(INDICATOR).values(**figure, position=1).returning(INDICATOR.c.id)
    figure_id = await there.do(lambda s: s.execute(query).scalar_one())
    value = (
        insert(VALUE).values(indicator_id=figure_id, day=TODAY, value=14.5).returning(VALUE.c.id)
    )
    await there.do(lambda s: s.execute(value).scalar_one())
    said = await owner.says("/measures spr-01")
    for line in (
        "SPR-01 „Maßnahme SPR-01“",
        "Stand: in Umsetzung",
        "Ampel: ",
        "Zeitraum: 2026 – 30.11.2026",
        "Zuständig: Amt",
        "Beschluss: SR 0417/2025",
        "○ Schritt bis 24. November 2026: Raum finden",
        "Teilnehmende: 14,5 von 60 Personen",
    ):
        assert line in said, line


async def test_another_state_in_a_few_taps_with_a_note(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, status="decided")
    await owner.presses(ShowMeasure(measure=id))
    await owner.presses("Stand ändern")
    assert "„in Umsetzung“" in await owner.presses("in Umsetzung")
    await owner.presses("Notiz dazu")
    assert "notiert" in await owner.says("Am Montag begonnen.")
    after = await now(there, id)
    assert after.status == "in_realisation"
    assert [(note.answer, note.status, note.text) for note in after.notes] == [
        ("status", "in_realisation", "Am Montag begonnen.")
    ]


async def test_an_old_button_for_a_state_changes_nothing(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(ShowMeasure(measure=id))
    await owner.presses("Stand ändern")
    old = owner.key("zurückgestellt").data
    await owner.presses("umgesetzt")
    assert "Seitdem hat sich etwas geändert" in await owner.presses(Action.unpack(old))
    assert (await now(there, id)).status == "realised"


async def test_a_step_is_ticked_off_and_opened_again(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await a_step(there, id)
    await owner.presses(ShowMeasure(measure=id))
    await owner.presses("Schritte")
    await owner.presses("○ Raum finden")
    assert (await now(there, id)).steps[0].done_on == TODAY
    await owner.presses("Maßnahme ansehen")
    await owner.presses("Schritte")
    await owner.presses("✓ Raum finden")
    assert (await now(there, id)).steps[0].done_on is None


async def test_news_in_ones_own_words(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(ShowMeasure(measure=id))
    await owner.presses("Notiz schreiben")
    await owner.says("Der Vertrag ist unterschrieben.")
    after = await now(there, id)
    assert (after.notes[0].text, after.last_news) == ("Der Vertrag ist unterschrieben.", TODAY)


async def test_the_head_of_the_department_sees_and_changes_nothing(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    head = await there.somebody("Leitung", Role.NETWORK)
    department = await there.do(department_led_by(await account_of(head)))
    id = await measure_of(there, owner, department_id=department)
    assert "SPR-01" in await head.presses(ShowMeasure(measure=id))
    assert head.message is not None
    labels = {key.label for row in head.message.keys for key in row}
    assert labels == {"Mehr dazu", "Meine Maßnahmen", "Maßnahmen"}


def department_led_by(account: int) -> Any:
    def unit(session: Session) -> int:
        row = DepartmentRow(code="50", name="Amt 50")
        session.add(row)
        session.flush()
        accounts.change(session, account, department_id=row.id, leads=True)
        return row.id

    return unit


async def test_the_coordination_sees_all_and_filters(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    await town_of_measures(there, await account_of(owner))
    assert "10 Maßnahmen insgesamt" in await manager.says("/measures")
    assert "1 Maßnahme" in await manager.presses("🔺 rot")
    assert "BIL-02" in manager.key("BIL-02").label
    await manager.says("/measures")
    await manager.presses("Überfällig (1)")
    assert "BIL-02" in manager.key("BIL-02").label
    await manager.says("/measures")
    await manager.presses("Nach Handlungsfeld")
    assert "1 Maßnahme" in await manager.presses("GES (1)")
    await manager.says("/measures")
    await manager.presses("Nach Stand")
    assert (await manager.presses("Idee (1)")).startswith("Idee\n1 Maßnahme")
    assert "BIL-01" in manager.key("BIL-01").label
    await manager.says("/measures")
    await manager.presses("Nach Zuständigen")
    assert "9 Maßnahmen" in await manager.presses("Amt (9)")
    await manager.says("/measures")
    await manager.presses("Ohne Zuständige (1)")
    assert "GES-01" in manager.key("GES-01").label


async def test_the_coordination_assigns(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Jobcenter", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    id = await measure_of(there, owner)
    await manager.presses(ShowMeasure(measure=id))
    await manager.presses("Zuständigkeit")
    assert "zuständig ist jetzt Jobcenter" in await manager.presses("Jobcenter")
    assert (await now(there, id)).responsible_id == await account_of(other)
    await manager.presses(AssignTo(measure=id, account=await account_of(other)))
    notes = [note.answer for note in (await now(there, id)).notes]
    assert notes == ["assigned"]


async def test_the_coordination_moves_any_date_with_a_reason(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    id = await measure_of(there, owner, statutory=True)
    await manager.presses(ShowMeasure(measure=id))
    await manager.presses("Termin verschieben")
    await manager.says("Ende 2027")
    await manager.says("Der Fördergeber hat verlängert.")
    assert (await now(there, id)).end == date(2027, 12, 31)
    said = await manager.says("/measures SPR-01")
    assert "30. November 2026 → 4. Quartal 2027. Grund: Der Fördergeber hat verlängert." in said


async def test_the_coordination_sets_a_light_with_a_reason(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    id = await measure_of(there, owner)
    await manager.presses(ShowMeasure(measure=id))
    await manager.presses("Ampel setzen")
    assert "Warum 🔺 rot?" in await manager.presses("🔺 rot")
    assert (await now(there, id)).light_override == ""
    said = await manager.says("Die Förderung wackelt.")
    assert "Ampel: 🔺 rot. Die Förderung wackelt." in said
    await manager.presses("Ampel setzen")
    await manager.presses("Nach den Regeln")
    assert (await now(there, id)).light_override == ""


async def test_the_steering_groups_list_is_for_the_coordination(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    late = TODAY - timedelta(days=40)
    id = await measure_of(there, owner, end=late)
    listed = Reminder(id, 0, "after_30", late, 1, None, State.LISTED, TODAY)
    await there.do(lambda s: record(s, [listed]) and None)
    await manager.says("/measures")
    await manager.presses("Steuerungsgruppe (1)")
    assert "SPR-01" in manager.key("SPR-01").label


async def test_a_strangers_number_shows_nothing(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    stranger = await there.somebody("Fremd", Role.OWNER)
    id = await measure_of(there, owner)
    assert "SPR-01" not in await stranger.says("/measures SPR-01")
    assert "nicht zu Ihren Aufgaben" in await stranger.presses(ShowMeasure(measure=id))
