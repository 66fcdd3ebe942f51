"""What the town knows, into files: the same tables that imports read."""
