"""An inverted index in one SQLite file: segments of postings, packed in blocks."""
