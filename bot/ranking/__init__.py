"""Models outside of Lotse that order what was found, off unless a town sets an address."""
