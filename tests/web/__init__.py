"""What Lotse serves besides the chat."""
