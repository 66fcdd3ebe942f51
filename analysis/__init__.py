"""Rules over what the town knows: pure functions and data, no storage, no words."""
