"""What the stand-in Bot API server promises to the tests that stand on it."""
