"""What stands for {} in message ids of conversations with counsellors."""

from handlers import person_files
from handlers.person_buttons import PARTS
from models.thread import Helped


def of_handoff() -> dict[tuple[str, str], tuple[str, ...]]:
    """By file and template."""
    return {
        ("handlers/person_check.py", "talk.change_{}"): PARTS,
        ("handlers/person_asking.py", "talk.which_{}"): PARTS[1:],
        ("handlers/person_files.py", "talk.file_{}"): person_files.REFUSALS,
        ("handlers/relaying.py", "talk.helped_{}"): tuple(Helped),
    }
