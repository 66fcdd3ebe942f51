"""Forms that chance makes: groups, repeats in repeats, and expressions over earlier questions."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from surveys.form import Form, Group, Node, Question, Repeat
from tests.surveys.interview.forms import ask, choices, form, group, repeat

LISTS = {
    "abc": choices("a", "b", "c", "none"),
    "sub": (*choices("x", "y", of="a"), *choices("z", of="b"), *choices("u", of="c")),
}
_KINDS = (
    "text",
    "integer",
    "decimal",
    "date",
    "time",
    "select_one",
    "select_multiple",
    "rank",
    "range",
    "acknowledge",
    "calculate",
    "note",
    "cascade",
    "triggered",
    "defaulted",
)


@dataclass
class _Made:
    """What is there to refer to so far."""

    names: list[str] = field(default_factory=list)
    selects: list[str] = field(default_factory=list)
    count: int = 0

    def name(self) -> str:
        self.count += 1
        return f"q{self.count}"


@st.composite
def made_forms(draw: st.DrawFn) -> Form:
    """A form of up to a dozen nodes, two languages, without circles."""
    made = _Made()
    return form(*_nodes(draw, made, 0), lists=LISTS)


def _nodes(draw: st.DrawFn, made: _Made, depth: int) -> list[Node]:
    return [_node(draw, made, depth) for _ in range(draw(st.integers(1, 5 - depth)))]


def _node(draw: st.DrawFn, made: _Made, depth: int) -> Node:
    shape = draw(st.sampled_from(["question"] * 5 + ["group", "repeat"])) if depth < 2 else ""
    if shape == "group":
        return _group(draw, made, depth)
    return _repeat(draw, made, depth) if shape == "repeat" else _question(draw, made)


def _group(draw: st.DrawFn, made: _Made, depth: int) -> Group:
    relevant = _relevant(draw, made)
    inside = _nodes(draw, made, depth + 1)
    return group(made.name(), *inside, relevant=relevant, label={"de": "G"})


def _repeat(draw: st.DrawFn, made: _Made, depth: int) -> Repeat:
    relevant = _relevant(draw, made)
    count = draw(st.sampled_from(["", "", "2", *_counts(made)]))
    outside = list(made.names), list(made.selects)
    inside = _nodes(draw, made, depth + 1)
    # From outside a row only sums and counts can be made of what is in it.
    made.names, made.selects = outside
    return repeat(made.name(), *inside, relevant=relevant, count=count)


def _counts(made: _Made) -> list[str]:
    return [f"count-selected(${{{name}}})" for name in made.selects[-1:]]


def _question(draw: st.DrawFn, made: _Made) -> Question:
    kind = draw(st.sampled_from(_KINDS))
    relevant = _relevant(draw, made)
    question = _special(draw, made, kind, relevant) or _plain(draw, made, kind, relevant)
    if kind != "note":
        made.names.append(question.name)
    if kind.startswith("select"):
        made.selects.append(question.name)
    return question


def _plain(draw: st.DrawFn, made: _Made, kind: str, relevant: str) -> Question:
    return ask(
        made.name(),
        kind,
        relevant=relevant,
        list="abc" if kind in {"select_one", "select_multiple", "rank"} else "",
        required=draw(st.sampled_from(["", "", "yes", *_conditions(made)[:2]])),
        constraint=draw(st.sampled_from(["", "", ". != 'b'", "string-length(.) < 9"])),
        calculation=_calculation(draw, made) if kind == "calculate" else "",
        exclusive=frozenset({"none"}) if kind == "select_multiple" else frozenset(),
        label={"de": "".join(f"{name} ${{{name}}} " for name in made.names[-2:])},
    )


def _special(draw: st.DrawFn, made: _Made, kind: str, relevant: str) -> Question | None:
    """Kinds that are no types; they fall back to a text where nothing is there to refer to."""
    if kind == "cascade" and made.selects:
        test = f"selected(${{{draw(st.sampled_from(made.selects))}}}, of)"
        return ask(made.name(), "select_one", relevant=relevant, list="sub", choice_filter=test)
    if kind == "triggered" and made.names:
        name = draw(st.sampled_from(made.names))
        setting = f"concat(${{{name}}}, '')"
        return ask(made.name(), relevant=relevant, calculation=setting, trigger=(f"${{{name}}}",))
    if kind == "defaulted":
        return ask(made.name(), relevant=relevant, default="'d'", dynamic_default=True)
    return ask(made.name(), relevant=relevant) if kind in {"cascade", "triggered"} else None


def _relevant(draw: st.DrawFn, made: _Made) -> str:
    return draw(st.sampled_from(["", "", *_conditions(made)]))


def _conditions(made: _Made) -> list[str]:
    plain = [f"${{{name}}} {sign} ''" for name in made.names[-3:] for sign in ("=", "!=")]
    return plain + [f"selected(${{{name}}}, 'a')" for name in made.selects[-2:]]


def _calculation(draw: st.DrawFn, made: _Made) -> str:
    parts = ", ".join(f"${{{name}}}" for name in made.names[-2:])
    return draw(st.sampled_from(["1 + 1", f"concat('c', {parts})" if parts else "'c'"]))
