"""Pictures, sound, film and files: what they are, how large they may be, and what they tell."""
