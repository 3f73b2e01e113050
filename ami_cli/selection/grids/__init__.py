"""The sheets that evaluators fill in: planned, written, and read back."""
