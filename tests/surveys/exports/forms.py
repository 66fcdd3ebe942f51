"""Forms and responses as tests of exports know them."""

from __future__ import annotations

from hypothesis import strategies as st

from surveys.exports.dataset import Response
from surveys.form import Choice, Form, Group, Node, Question, QuestionType, Repeat

LANGUAGES = [
    Choice("de", {"de": "Deutsch; gut", "ar": "الألمانية"}),
    Choice("ar", {"de": "Arabisch", "ar": "العربية"}),
    Choice("none", {"de": "=keine", "ar": "لا شيء"}),
]
AGES = [Choice("1", {"de": "unter 18"}), Choice("2", {"de": "18 oder älter"}), Choice("3", {})]


def question(path: str, kind: QuestionType, label: str = "", of: str = "") -> Question:
    name = path.rsplit("/", 1)[1]
    return Question(name, path, kind, {"de": label} if label else {}, list=of)


def form(*children: Node, version: str = "1", **lists: list[Choice]) -> Form:
    return Form(
        "needs",
        version,
        {"de": "Was brauchen Sie?"},
        ("de", "ar"),
        "de",
        Group("", "", children),
        lists={name: tuple(choices) for name, choices in lists.items()},
    )


TOYS = Repeat(
    "toys", "/house/children/toys", (question("/house/children/toys/name", QuestionType.TEXT),)
)
CHILDREN = Repeat(
    "children",
    "/house/children",
    (
        question("/house/children/name", QuestionType.TEXT, "Name"),
        question("/house/children/age", QuestionType.INTEGER, "Alter"),
        TOYS,
    ),
)
NEEDS = form(
    question("/words", QuestionType.TEXT, "+ Was noch?"),
    question("/count", QuestionType.INTEGER, "Wie viele?"),
    question("/share", QuestionType.DECIMAL, "Anteil"),
    question("/born", QuestionType.DATE, "Geboren"),
    question("/at", QuestionType.TIME, "Uhrzeit"),
    question("/moment", QuestionType.DATETIME, "Zeitpunkt"),
    question("/age", QuestionType.SELECT_ONE, "Alter", "ages"),
    question("/speaks", QuestionType.SELECT_MULTIPLE, "Sprachen", "languages"),
    question("/order", QuestionType.RANK, "Reihenfolge", "languages"),
    question("/sum", QuestionType.CALCULATE),
    question("/where", QuestionType.GEOPOINT, "Wo?"),
    question("/agreed", QuestionType.ACKNOWLEDGE, "Einverstanden"),
    Group("house", "/house", (question("/house/words", QuestionType.TEXT, "Name"), CHILDREN)),
    version="2",
    languages=LANGUAGES,
    ages=AGES,
)


def response(id: str = "a1", **values: str) -> Response:
    paths = {f"/{name.replace('__', '/')}": value for name, value in values.items()}
    return Response(id, "2", "2026-W47", "de", "chat", "Nord", "", paths, {})


letters = st.characters(exclude_categories=["Cs"])
words = st.one_of(
    st.text(letters, min_size=1, max_size=12),
    st.sampled_from(
        ["=1+1", "'=x", "''-", "@a", "\t", " x ", "a\r\nb", "_x0041_", "007", "1,5", "-"]
    ),
)
whole = st.integers(-(10**18), 10**18).map(str)
decimal = st.decimals(-10_000, 10_000, allow_nan=False, places=3).map(
    lambda x: f"{x:f}".rstrip("0").rstrip(".")
)
names = [choice.name for choice in LANGUAGES]
VALUES = {
    "/words": words,
    "/count": whole,
    "/share": decimal,
    "/born": st.dates().map(str),
    "/at": st.times().map(lambda x: x.replace(microsecond=0).isoformat()),
    "/moment": st.datetimes().map(lambda x: f"{x.isoformat(timespec='milliseconds')}+01:00"),
    "/age": st.sampled_from(["1", "2", "3"]),
    "/speaks": st.lists(st.sampled_from(names), min_size=1, unique=True).map(" ".join),
    "/order": st.permutations(names).map(" ".join),
    "/sum": st.one_of(words, whole, decimal),
    "/where": st.sampled_from(["50.98 11.03 0 0", "-1.5 0 12 3"]),
    "/agreed": st.just("OK"),
    "/house/words": words,
}


@st.composite
def responses(draw: st.DrawFn) -> list[Response]:
    """Some responses to NEEDS, each with a few children who have a few toys."""
    return [draw(_response(f"id{number}")) for number in range(draw(st.integers(0, 3)))]


@st.composite
def _response(draw: st.DrawFn, id: str) -> Response:
    values = draw(st.fixed_dictionaries({}, optional=VALUES))
    rows: dict[str, int] = {}
    for child in range(1, _rows(draw, rows, "/house/children")):
        place = f"/house/children[{child}]"
        values |= {f"{place}/name": draw(words)} if draw(st.booleans()) else {}
        for toy in range(1, _rows(draw, rows, f"{place}/toys")):
            values |= {f"{place}/toys[{toy}]/name": draw(words)} if draw(st.booleans()) else {}
    language = draw(st.sampled_from(["de", "ar"]))
    return Response(
        id, draw(st.sampled_from("12")), "2026-W07", language, "web", "", "", values, rows
    )


def _rows(draw: st.DrawFn, rows: dict[str, int], path: str) -> int:
    count = draw(st.integers(0, 2))
    if count:
        rows[path] = count
    return count + 1
