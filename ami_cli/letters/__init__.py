"""Decisions → one letter for each person concerned, as drafts in an outbox; sending them, once."""
