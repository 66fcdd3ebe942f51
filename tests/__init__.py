"""What must hold, mirroring the packages."""
