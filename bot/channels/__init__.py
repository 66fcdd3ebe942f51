"""The ways in and out: one file for each channel."""
