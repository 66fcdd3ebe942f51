"""What the assistant can do: one feature, one file."""
