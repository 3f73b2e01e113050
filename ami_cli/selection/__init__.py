"""Assessments and what people judged → a shortlist that can be defended."""

from ami_cli.selection.draw_up import Choice, Judged, choose, draw_up

__all__ = ["Choice", "Judged", "choose", "draw_up"]
