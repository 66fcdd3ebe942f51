"""What Lotse sends unasked, from the queue to the messenger."""
