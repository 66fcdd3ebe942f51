"""Measures (Maßnahmen) and dates: periods, states, reminders and working days."""
