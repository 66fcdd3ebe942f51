"""What the town publishes as feeds that readers subscribe to: Atom (RFC 4287) and RSS 2.0."""
