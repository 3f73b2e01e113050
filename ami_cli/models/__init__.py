"""What things are: frozen values, no reading, no writing, no clock."""
