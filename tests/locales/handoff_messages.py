"""What stands for {} in message ids of conversations with counsellors."""

from handlers import person_files
from handlers.person_buttons import PARTS
from models.thread import Helped


def of_handoff() -> dict[tuple[str, str], tuple[str, ...]]:
    """By file and template."""
    return {
        ("handlers/person_asking.py", "person.change_{}"): PARTS,
        ("handlers/person_asking.py", "person.which_{}"): PARTS[1:],
        ("handlers/person_files.py", "person.file_{}"): person_files.REFUSALS,
        ("handlers/relaying.py", "person.helped_{}"): tuple(Helped),
    }
