"""What is longer than a machine takes."""

from bot.offer_translating import pieces
from models.translator import LONGEST


def test_a_long_text_goes_in_pieces_of_whole_lines() -> None:
    lines = ["a" * 3000, "b" * 1999, "c", "", "d" * (LONGEST + 1), "e"]
    made = list(pieces("\n".join(lines)))
    assert "\n".join(made) == "\n".join(lines)
    assert [len(piece) for piece in made] == [LONGEST, 2, LONGEST + 1, 1]
