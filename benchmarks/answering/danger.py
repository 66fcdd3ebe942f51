"""Whether people in danger are recognised, and whether others are left in peace."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.answering.figures import Figure, share
from benchmarks.answering.own_questions import Own
from search.emergency import EmergencyDetector


def recalled(detector: EmergencyDetector, questions: Iterable[Own]) -> Figure:
    """Of those that tell of an emergency, how many are recognised as the kind that it is."""
    return share(x.emergency in detector.detect(x.question.text) for x in _of_danger(questions))


def recalled_by_language(
    detector: EmergencyDetector, questions: Iterable[Own]
) -> Mapping[str, Figure]:
    """The same for each language."""
    apart: dict[str, list[Own]] = {}
    for x in _of_danger(questions):
        apart.setdefault(x.question.language, []).append(x)
    return {language: recalled(detector, those) for language, those in apart.items()}


def false_alarms(detector: EmergencyDetector, texts: Sequence[str]) -> Figure:
    """Of ordinary texts, how many are taken for emergencies."""
    return share(bool(detector.detect(text)) for text in texts)


def missed(detector: EmergencyDetector, questions: Iterable[Own]) -> Iterator[Own]:
    """Those not recognised as what they are, and those that are none and were taken for one."""
    for x in questions:
        found = detector.detect(x.question.text)
        if x.emergency not in found if x.emergency else bool(found):
            yield x


def ordinary(questions: Iterable[Own]) -> list[str]:
    """The texts of those that tell of no emergency."""
    return [x.question.text for x in questions if not x.emergency]


def _of_danger(questions: Iterable[Own]) -> list[Own]:
    return [x for x in questions if x.emergency]
