"""A small stock keeper for a corner shop."""
