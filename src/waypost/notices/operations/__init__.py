"""Writing: the outbox, what people choose, calendar links, and reminding who has not answered."""
