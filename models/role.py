"""What somebody may do for the town's integration work."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Everyone is an asker (Ratsuchende) without any row; these are given by an invitation."""

    NETWORK = "network"  # Netzwerkmitglied
    OWNER = "owner"  # Maßnahmenverantwortliche
    COUNSELLOR = "counsellor"  # Beratung
    KEEPER = "keeper"  # pflegt Angebote
    EDITOR = "editor"  # Redaktion
    MANAGER = "manager"  # Integrationsmanagement
    ADMINISTRATOR = "administrator"
