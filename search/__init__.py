"""Answering: pure functions from a question and a catalogue of offers to facts."""
