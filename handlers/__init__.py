"""What the assistant can do: one feature, one file, `(event, context) -> Reply`."""

from handlers.respond import respond

__all__ = ["respond"]
