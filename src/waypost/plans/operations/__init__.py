"""Writing: what a team does to the four elements of its plan."""
