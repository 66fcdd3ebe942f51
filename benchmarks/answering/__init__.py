"""What `python -m benchmarks.answers` measures: who is asked, what, and how it is counted."""
