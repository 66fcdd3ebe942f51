"""Training of the ranking and of the confidence: gathering questions, fitting weights."""
