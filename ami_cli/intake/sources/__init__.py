"""Where deliveries come from: one reader per kind of source."""
