"""What the assistant can do: one feature, one file, `(event, context) -> Reply`."""

from handlers.respond import respond, wanted

__all__ = ["respond", "wanted"]
