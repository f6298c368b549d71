"""What a person may enter about people and decisions."""
