"""What the assistant can do: one feature, one file, `(event, context) -> Reply`."""

from handlers.respond import asks, respond, wanted

__all__ = ["asks", "respond", "wanted"]
