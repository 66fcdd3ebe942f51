"""The lines of a text that answer a question, found by a small model over plain features."""
