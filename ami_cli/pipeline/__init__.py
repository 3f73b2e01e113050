"""The stages joined in reading order, one module per verb; nothing else."""
