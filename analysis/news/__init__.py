"""News: when they are sent, how long that takes, and which language a reader gets."""
