"""Reading the prose of a call: its passages, and the numbers and dates in them."""
