"""What people write about the customer’s people and their decisions."""
