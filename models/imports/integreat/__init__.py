"""Integreat: a region's pages, places and events (content API v3), saved as files, as offers."""

from models.imports.integreat.reading import read_integreat

__all__ = ("read_integreat",)
