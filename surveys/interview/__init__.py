"""The course of an interview: (form, answers so far, input) → (answers, next | slip | end)."""
