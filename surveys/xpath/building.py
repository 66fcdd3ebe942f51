"""What the parser builds from each rule of the grammar."""

from __future__ import annotations

from collections.abc import Sequence

from lark import Token, Transformer, v_args

from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.syntax import (
    Binary,
    Call,
    Chain,
    Expr,
    Filter,
    Literal,
    Negation,
    Number,
    Path,
    Reference,
    Step,
    Test,
)

KINDS = frozenset({"node", "text", "comment", "processing-instruction"})
AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)
NODE = Test("", "node")
ANYWHERE = Step("descendant-or-self", NODE)


@v_args(inline=True)
class Builder(Transformer[Token, Expr]):
    """One method a rule, by the rule's name."""

    def chain(self, *parts: Expr | Token) -> Expr:
        """`a or b or c`."""
        if len(parts) == 1:
            return _expr(parts[0])
        return Chain(str(parts[1]), tuple(_expr(part) for part in parts[::2]))

    def binary(self, left: Expr, operator: Token, right: Expr) -> Expr:
        """`a = b`."""
        return Binary(str(operator), left, right)

    def negation(self, _minus: Token, inner: Expr) -> Expr:
        """`- a`."""
        return Negation(inner)

    def inner(self, inside: Expr) -> Expr:
        """`(a)`."""
        return inside

    def number(self, token: Token) -> Expr:
        """`1.5`."""
        return Number(float(token))

    def literal(self, token: Token) -> Expr:
        """`'a'`."""
        return Literal(token[1:-1])

    def reference(self, token: Token) -> Expr:
        """`${a}`."""
        return Reference(token[2:-1].strip())

    def call(self, name: Token, *arguments: Expr | None) -> Expr | Step:
        """`f(a, b)`, or the first step of a path when it is a test like `node()`."""
        given = tuple(each for each in arguments if each is not None)
        if name in KINDS:
            return Step("child", _typed(name, given[0] if given else None))
        return Call(str(name), given, name.start_pos or 0)

    def predicate(self, inside: Expr) -> Expr:
        """`[a]`."""
        return inside

    def filter(self, inner: Expr | Step, *predicates: Expr) -> Expr:
        """`(a)[b]`, and `node()[b]` at the beginning of a path."""
        if isinstance(inner, Step):
            return Path(None, False, (Step(inner.axis, inner.test, predicates),))
        return Filter(inner, predicates) if predicates else inner

    def step(self, bare: Step, *predicates: Expr) -> Step:
        """A step with its predicates."""
        return Step(bare.axis, bare.test, predicates) if predicates else bare

    def child(self, name: Token) -> Step:
        """`a`, `*`."""
        return Step("child", Test(str(name)))

    def attribute(self, _at: Token, name: Token) -> Step:
        """`@a`."""
        return Step("attribute", Test(str(name)))

    def attribute_typed(self, _at: Token, name: Token, target: Token | None = None) -> Step:
        """`@node()`."""
        return Step("attribute", _typed(name, target))

    def along(self, axis: Token, _sign: Token, name: Token) -> Step:
        """`axis::a`."""
        return Step(_axis(axis), Test(str(name)))

    def along_typed(
        self, axis: Token, _sign: Token, name: Token, target: Token | None = None
    ) -> Step:
        """`axis::node()`."""
        return Step(_axis(axis), _typed(name, target))

    def typed(self, name: Token, target: Token | None = None) -> Step:
        """`text()`."""
        return Step("child", _typed(name, target))

    def dot(self, _dot: Token) -> Step:
        """`.`."""
        return Step("self", NODE)

    def dots(self, _dots: Token) -> Step:
        """`..`."""
        return Step("parent", NODE)

    def joint(self, token: Token) -> Token:
        """`/` or `//`."""
        return token

    def relative(self, *parts: Step | Token) -> tuple[Step, ...]:
        """Steps and what stands between them."""
        return _steps(parts)

    def path_here(self, *parts: Step | Token) -> Expr:
        """`a/b`."""
        return Path(None, False, _steps(parts))

    def path_root(self, _slash: Token) -> Expr:
        """`/` alone."""
        return Path(None, True, ())

    def path_down(self, slash: Token, steps: tuple[Step, ...]) -> Expr:
        """`/a` and `//a`."""
        return Path(None, True, _joined(slash, steps))

    def path_from(self, start: Expr, slash: Token, steps: tuple[Step, ...]) -> Expr:
        """`f()/a`."""
        if isinstance(start, Path) and not start.absolute and start.start is None:
            return Path(None, False, start.steps + _joined(slash, steps))
        return Path(start, False, _joined(slash, steps))


def _expr(part: Expr | Token) -> Expr:
    if isinstance(part, Token):
        raise TypeError(part)
    return part


def _axis(token: Token) -> str:
    if token not in AXES:
        raise ExpressionError(Reason.UNREADABLE, token.start_pos or 0, str(token))
    return str(token)


def _typed(name: Token, target: Expr | Token | None) -> Test:
    if name not in KINDS or (target is not None and name != "processing-instruction"):
        raise ExpressionError(Reason.UNREADABLE, name.start_pos or 0, str(name))
    if target is None:
        return Test("", str(name))
    if isinstance(target, Token):
        return Test(target[1:-1], str(name))
    if isinstance(target, Literal):
        return Test(target.value, str(name))
    raise ExpressionError(Reason.UNREADABLE, name.start_pos or 0, str(name))


def _joined(slash: Token, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return (ANYWHERE, *steps) if slash == "//" else steps


def _steps(parts: Sequence[Step | Token]) -> tuple[Step, ...]:
    found: list[Step] = []
    for part in parts:
        if isinstance(part, Step):
            found.append(part)
        elif part == "//":
            found.append(ANYWHERE)
    return tuple(found)
