"""What a person may enter into the four elements of a plan."""
