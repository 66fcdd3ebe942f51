"""The report on news: what was sent to how many, and what became of it."""
