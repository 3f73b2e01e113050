"""The record: what was done to a workspace, one line per action, and what people settled, for whoever asks later."""

from ami_cli.record.journal import append, entries, until
from ami_cli.record.settled import SETTLED

__all__ = ["SETTLED", "append", "entries", "until"]
