"""Word translations learned from a town's own translated offers."""
