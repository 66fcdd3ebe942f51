"""What is remembered: one thing, one file, its table and queries together; and the vocabulary."""
