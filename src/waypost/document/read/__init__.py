"""One module per group of parts: each function reads one field of the plan."""
