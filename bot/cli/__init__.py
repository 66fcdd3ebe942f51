"""What the command line does, one command a file; `bot.__main__` imports each when it is called."""
