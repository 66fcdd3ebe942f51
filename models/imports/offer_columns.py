"""The columns of the offers table, as docs/offers-table.md explains them."""

from __future__ import annotations

from models.imports import cells, offer_cells
from models.imports.measure_cells import whole
from models.imports.sheet_reading import Form
from models.service import ACTIVE, CLOSED, INACTIVE

OFFERS, FIELDS = "offers", "fields"

TITLE, ANSWER, DESCRIPTION = "title::de", "short_answer::de", "description::de"
LONGEST_TITLE = 300
LONGEST_DISTRICT = 80
LONGEST_ANSWER = 300
LONGEST_TEXT = 32_000
"""What a cell of a workbook holds."""

OLDEST = 150

WHEELCHAIR = {
    **dict.fromkeys(("yes", "ja", "true"), "yes"),
    **dict.fromkeys(("no", "nein", "false"), "no"),
    **dict.fromkeys(("partly", "teilweise"), "partly"),
}
STATUS = {
    **dict.fromkeys((ACTIVE, "aktiv"), ACTIVE),
    **dict.fromkeys((INACTIVE, "inaktiv"), INACTIVE),
    **dict.fromkeys((CLOSED, "vorübergehend geschlossen"), CLOSED),
}
KINDS = {
    **dict.fromkeys(("offer", "angebot"), "offer"),
    **dict.fromkeys(("page", "seite"), "page"),
    **dict.fromkeys(("event", "veranstaltung"), "event"),
}

OFFER_FORM = Form(
    plain={
        "id": offer_cells.identity,
        "kind": cells.choice(KINDS),
        "organization": cells.long_text(LONGEST_TITLE),
        "organization_id": offer_cells.identity,
        "organization_url": cells.url,
        "cost_amount": cells.amount,
        "topics": cells.codes,
        "target_groups": cells.codes,
        "district": cells.long_text(LONGEST_DISTRICT),
        "location": cells.text,
        "address": cells.text,
        "postal_code": offer_cells.postal_code,
        "city": cells.text,
        "latitude": cells.number(-90, 90),
        "longitude": cells.number(-180, 180),
        "wheelchair": cells.choice(WHEELCHAIR),
        "online": cells.yes_no,
        "opening_hours": cells.opening_times,
        "by_appointment": cells.yes_no,
        "open_on_holidays": cells.yes_no,
        "minimum_age": whole(0, OLDEST),
        "maximum_age": whole(0, OLDEST),
        "phone": cells.phone,
        "email": cells.email,
        "website": cells.url,
        "languages": cells.languages,
        "machine_translated": cells.languages,
        "outdated": offer_cells.names,
        "interpretation": cells.yes_no,
        "first_contact": cells.yes_no,
        "status": cells.choice(STATUS),
        "valid_until": cells.day,
        "source": cells.text,
        "source_url": cells.url,
        "last_checked": cells.day,
        "review_due": cells.day,
        "keeper": cells.text,
        "keeper_email": cells.email,
    },
    translated={
        "title": cells.long_text(LONGEST_TITLE),
        "alternate_name": cells.long_text(LONGEST_TITLE),
        "short_answer": cells.long_text(LONGEST_ANSWER),
        "description": cells.long_text(LONGEST_TEXT),
        "alert": cells.long_text(LONGEST_TEXT),
        "eligibility": cells.long_text(LONGEST_TEXT),
        "cost": cells.long_text(LONGEST_TEXT),
        "application": cells.long_text(LONGEST_TEXT),
        "documents": cells.listed(LONGEST_TEXT),
        "accreditations": cells.long_text(LONGEST_TEXT),
        "interpretation": cells.long_text(LONGEST_TEXT),
        "hours_note": cells.long_text(LONGEST_TEXT),
        "page": cells.url,
    },
    required={
        "id": "an id that stays the same for good",
        "organization": "the name of the organization",
        TITLE: "the German title",
    },
)

FIELD_FORM = Form(
    plain={"code": cells.code, "topics": cells.codes},
    translated={"name": cells.long_text(LONGEST_TITLE)},
    required={"code": "the code of the field of action", "name::de": "its German name"},
)
