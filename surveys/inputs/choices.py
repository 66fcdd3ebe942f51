"""Choices by number, by label, by name or by the only label that begins so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from surveys.form import Question, QuestionType
from surveys.inputs.hearing import Hearing
from surveys.inputs.letters import folded, plain_digits
from surveys.slip import SlipKind

_BETWEEN = re.compile(r"[,;\n]+")
_PLACE = re.compile(r"[0-9]{1,5}\.?")
_NUMBERS = re.compile(r"\d+(?:[\s,;.]+\d+)*")


def read_one(_question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """One choice by its name."""
    return _choice(text, _labels(hearing.options))


def read_several(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """Choices with commas, semicolons or lines between, or numbers with blanks between."""
    labels = _labels(hearing.options)
    whole = _choice(text, labels)
    found = [whole] if not isinstance(whole, SlipKind) else _parts(text, labels)
    slip = next((one for one in found if isinstance(one, SlipKind)), None)
    return slip or together(question, found, hearing.options)


def together(question: Question, names: Iterable[str], options: Iterable[str]) -> str | SlipKind:
    """Choices as one answer: in the list's order, or in hers where it is a rank."""
    chosen = tuple(dict.fromkeys(names))
    offered = tuple(options)
    if not chosen or not set(chosen) <= set(offered):
        return SlipKind.NO_SUCH_CHOICE
    if len(chosen) > 1 and question.exclusive & set(chosen):
        return SlipKind.NOT_ALONE
    if question.type is QuestionType.RANK:
        return " ".join(chosen)
    return " ".join(name for name in offered if name in set(chosen))


def _parts(text: str, labels: Mapping[str, str]) -> list[str]:
    plain = plain_digits(text).strip()
    if _NUMBERS.fullmatch(plain):
        return [_choice(part, labels) for part in re.findall(r"\d+", plain)]
    return [_choice(part, labels) for part in _BETWEEN.split(plain) if part.strip()]


def _labels(options: Mapping[str, str]) -> dict[str, str]:
    return {name: folded(label) for name, label in options.items()}


def _choice(text: str, labels: Mapping[str, str]) -> str | SlipKind:
    """Whole labels go before numbers: in a list of years, "2020" is not the 2020th."""
    wanted = folded(text)
    same = [name for name, label in labels.items() if label == wanted and wanted]
    if len(same) == 1:
        return same[0]
    if _PLACE.fullmatch(wanted) and 1 <= int(wanted.rstrip(".")) <= len(labels):
        return list(labels)[int(wanted.rstrip(".")) - 1]
    return wanted if wanted in labels else _begun(text.strip(), wanted, labels)


def _begun(text: str, wanted: str, labels: Mapping[str, str]) -> str | SlipKind:
    if text in labels:
        return text
    begun = [name for name, label in labels.items() if wanted and label.startswith(wanted)]
    if len(begun) > 1:
        return SlipKind.SEVERAL_FIT
    return begun[0] if begun else SlipKind.NO_SUCH_CHOICE
