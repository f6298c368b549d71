"""Across accounts: the list of all that somebody may see."""
