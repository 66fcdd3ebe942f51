"""What holds for the project itself: its packages, sizes, imports, lock and container."""
