"""A node of a form with its expressions compiled."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.form import UNASKED, Group, Node, Question, QuestionType, Repeat
from surveys.interview.conditions import Conditions
from surveys.xpath import Expression, Type
from surveys.xpath import compile as compiled

Test = bool | Expression
"""A condition that is known beforehand, or has to be looked at each time."""

FILES = frozenset({QuestionType.IMAGE, QuestionType.AUDIO, QuestionType.VIDEO, QuestionType.FILE})
_YES = frozenset({"yes", "true", "true()"})
_NO = frozenset({"", "no", "false", "false()"})
_RECKONED = frozenset({QuestionType.CALCULATE, QuestionType.NOTE, QuestionType.TEXT})
_KINDS = {Type.NUMBER: QuestionType.DECIMAL, Type.DATE: QuestionType.DATE}
_NEVER_ASKED = UNASKED | {QuestionType.NOTE}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A node and its expressions; None where there is none.

    `calculation` is evaluated whenever what it needs has changed, `setting` only when one of its
    triggers has. `asks` is whether anybody may be asked for its value, `tells` whether it is shown
    among the notes instead.
    """

    node: Node
    relevant: Expression | None = None
    calculation: Expression | None = None
    setting: Expression | None = None
    default: Expression | None = None
    constraint: Expression | None = None
    choices: Expression | None = None
    count: Expression | None = None
    required: Test = False
    read_only: Test = False
    asks: bool = False
    tells: bool = False

    @property
    def path(self) -> str:
        """The node's path, without rows."""
        return self.node.path

    @property
    def kind(self) -> QuestionType:
        """What its value is for people: what is reckoned may be a number or a date."""
        reckoned = self.calculation or self.setting
        if self.question.type not in _RECKONED or reckoned is None:
            return self.question.type
        return _KINDS.get(reckoned.type, self.question.type)

    @property
    def question(self) -> Question:
        """Its question; only asked for where it is one."""
        return self.node  # type: ignore[return-value]  # a cast here costs a tenth of a pass


def rule(node: Node, conditions: Conditions) -> Rule:
    """Compile a node.

    Raises:
        ExpressionError: an expression cannot be read.
    """
    if isinstance(node, Question):
        return _of_question(node, conditions)
    count = _maybe(node.count) if isinstance(node, Repeat) else None
    return Rule(node, relevant=_maybe(node.relevant), count=count)


def root_rule(root: Group) -> Rule:
    """The form itself."""
    return Rule(root)


def _of_question(node: Question, conditions: Conditions) -> Rule:
    calculation = _maybe(node.calculation)
    read_only = _test(node.read_only)
    asks = _asks(node, conditions) and read_only is not True
    return Rule(
        node,
        relevant=_maybe(node.relevant),
        calculation=None if node.trigger else calculation,
        setting=calculation if node.trigger else None,
        default=_maybe(node.default) if node.dynamic_default else None,
        constraint=_maybe(node.constraint),
        choices=_maybe(node.choice_filter),
        required=_test(node.required),
        read_only=read_only,
        asks=asks,
        tells=not asks and node.type not in UNASKED | FILES,
    )


def _asks(node: Question, conditions: Conditions) -> bool:
    if node.type in _NEVER_ASKED or (node.type in FILES and not conditions.files):
        return False
    calculated = bool(node.calculation) and not node.trigger
    return not calculated and "label" not in node.appearance


def _maybe(text: str) -> Expression | None:
    return compiled(text) if text.strip() else None


def _test(text: str) -> Test:
    plain = text.strip().lower()
    if plain in _YES or plain in _NO:
        return plain in _YES
    return compiled(text)
