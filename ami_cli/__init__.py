"""Calls for expressions of interest, from the notice to the record."""

__version__ = "0.1.0"
