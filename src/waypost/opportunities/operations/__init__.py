"""Writing: opportunities, the hours they get, and the white space."""
