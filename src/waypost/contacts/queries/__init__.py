"""What the pages of people and decisions show."""
