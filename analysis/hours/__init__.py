"""Opening hours (Sprechzeiten): a week's hours, holidays and closed days, in wall time."""
