"""The record: what was done to a workspace, one line per action, for whoever asks later."""

from ami_cli.record.journal import append, entries

__all__ = ["append", "entries"]
