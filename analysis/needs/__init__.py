"""What a survey says: counted, protected, and checked that nobody can be reckoned out of it."""
