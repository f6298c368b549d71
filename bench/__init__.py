"""How fast pages are, measured against a bare hello-world view of the same process."""
