"""Money in offers: amounts as people write them, and the tables of a budget."""
