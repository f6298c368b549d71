"""What a person may enter about opportunities."""
