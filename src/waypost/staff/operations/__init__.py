"""Writing: people, invitations and passwords. Each operation is authorised and recorded."""
