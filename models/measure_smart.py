"""What measures lack to be SMART: the check of analysis.measures.smart on what is stored."""

from __future__ import annotations

from datetime import date

from analysis.measures.point import months_after
from analysis.measures.smart import Missing, SmartFacts, lint
from analysis.measures.status import OPEN
from models.measure_record import Measure


def is_checked(measure: Measure) -> bool:
    """Obligations are as others set them, and what is over or set aside needs no hints."""
    return measure.kind == "measure" and measure.status in OPEN


def missing(measure: Measure) -> tuple[Missing, ...]:
    """What a measure lacks, in the order of the letters.

    Who is responsible has accepted once there is an account: an invitation made it.
    """
    return lint(
        SmartFacts(
            title=measure.title,
            target_group=measure.target_group,
            indicators=tuple(x.target is not None for x in measure.indicators),
            responsible=bool(measure.responsible),
            accepted=measure.responsible_id is not None,
            resources=_has_resources(measure),
            due=measure.end,
            review=_review(measure),
        )
    )


def _has_resources(measure: Measure) -> bool:
    return bool(measure.funding or measure.staff) or measure.cost_plan is not None


def _review(measure: Measure) -> date | None:
    """What runs without an end is looked at again and again; anything else needs its end."""
    since = measure.last_news or measure.known_since
    return months_after(since, measure.review_months) if measure.running and since else None
