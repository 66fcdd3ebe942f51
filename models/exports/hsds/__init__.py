"""Offers as HSDS 3.0, in Lotse's profile of it: a record nested as JSON, or rows of tables."""
