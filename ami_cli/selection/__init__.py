"""Assessments and what people judged → a shortlist that can be defended."""

from ami_cli.selection.draw_up import Judged, draw_up

__all__ = ["Judged", "draw_up"]
