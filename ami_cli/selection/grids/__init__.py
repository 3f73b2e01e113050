"""The sheets that evaluators fill in: planned, handed out, and read back."""

from ami_cli.selection.grids.collect import Collected, collect, grid_files
from ami_cli.selection.grids.hand_out import Form, HandedOut, hand_out
from ami_cli.selection.grids.plan import Frame, frame

__all__ = ["Collected", "Form", "Frame", "HandedOut", "collect", "frame", "grid_files", "hand_out"]
