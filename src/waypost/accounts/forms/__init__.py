"""What a person may enter about an account, its team, and what is known of the customer."""
