"""Reading: when somebody's mails are due, what they chose, and what is in their calendar."""
