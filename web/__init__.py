"""What Lotse serves over HTTP: pages, health and static files."""
