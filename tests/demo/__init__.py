"""What the demo town brings."""
