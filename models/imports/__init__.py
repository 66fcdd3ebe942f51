"""Offers from outside: read a table, check it, compare it with what is stored, apply it."""
