"""Why an answer was not taken."""

from __future__ import annotations

from enum import StrEnum


class SlipKind(StrEnum):
    """Why an answer was not taken. Lotse's own words are found by these names."""

    REQUIRED = "required"
    CONSTRAINT = "constraint"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    NOT_A_TIME = "not_a_time"
    NOT_A_PLACE = "not_a_place"
    NO_SUCH_CHOICE = "no_such_choice"
    SEVERAL_FIT = "several_fit"
    NOT_ALONE = "not_alone"  # an exclusive choice with another
    TOO_LONG = "too_long"
    WRONG_FILE = "wrong_file"
    TOO_LARGE = "too_large"
    NOT_HERE = "not_here"  # the input does not go with what is asked
