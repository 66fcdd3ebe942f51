"""Surveys of made-up towns, small and large."""

from hypothesis import strategies as st

from analysis.needs.variables import Answer, Category, Kind, Respondent, Variable


def choices(many: int) -> tuple[Category, ...]:
    return tuple(Category(f"c{at}", f"Choice {at}") for at in range(many))


LANGUAGE = Variable("language", "Sprache", Kind.ONE, choices(3))
DISTRICT = Variable("district", "Stadtteil", Kind.ONE, choices(4))
COURSE = Variable("course", "Besuchen Sie einen Kurs?", Kind.ONE, choices(3))
NEEDS = Variable("needs", "Was brauchen Sie?", Kind.SEVERAL, choices(3), True, frozenset({"c2"}))
HELP = Variable(
    "help", "Was hilft?", Kind.SEVERAL, choices(3), True, depends={"course": frozenset({"c0"})}
)
ORDER = Variable("order", "Was ist am wichtigsten?", Kind.RANK, choices(3))
ROOMS = Variable("rooms", "Wie viele Zimmer?", Kind.NUMBER)
WISH = Variable("wish", "Was wünschen Sie sich?", Kind.OPEN)
QUESTIONS = (COURSE, NEEDS, ORDER, ROOMS, WISH)


def somebody(language: str = "c0", district: str = "c0", **answers: Answer) -> Respondent:
    return Respondent(answers, {"language": language, "district": district})


def crowd(
    many: int, language: str = "c0", district: str = "c0", **answers: Answer
) -> list[Respondent]:
    return [somebody(language, district, **answers)] * many


@st.composite
def people(draw: st.DrawFn) -> list[Respondent]:
    """A town: blocks of people who answer alike, of sizes from one person to many."""
    return [one for block in draw(st.lists(_blocks(), min_size=3, max_size=14)) for one in block]


@st.composite
def _blocks(draw: st.DrawFn) -> list[Respondent]:
    names = st.sampled_from(["c0", "c1", "c2"])
    answers: dict[str, Answer] = {}
    some = st.one_of(st.just(("c2",)), st.sets(st.sampled_from(["c0", "c1"]), min_size=1))
    if draw(st.booleans()):
        answers["needs"] = draw(st.one_of(st.none(), some.map(tuple)))
    answers["course"] = draw(st.one_of(st.none(), names.map(lambda name: (name,))))
    if answers["course"] == ("c0",):
        answers["help"] = draw(st.one_of(st.none(), some.map(tuple)))
    answers["order"] = draw(st.permutations(["c0", "c1", "c2"]).map(tuple))
    answers["rooms"] = draw(st.one_of(st.none(), st.integers(1, 6).map(float)))
    answers["wish"] = draw(st.sampled_from([None, ()]))
    size = draw(st.sampled_from([1, 1, 2, 3, 4, 5, 7, 10, 13, 25]))
    district = draw(st.sampled_from(["c0", "c1", "c2", "c3", ""]))
    return [Respondent(answers, {"language": draw(names), "district": district})] * size
