"""The rules of analysis, each beside the source it comes from."""
