"""Ranking what a search brings up, by features of a question and a document (learning to rank)."""
