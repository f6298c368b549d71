"""One module per group of parts: each function writes one field of the plan."""
