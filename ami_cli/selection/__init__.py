"""Assessments and what people judged → a shortlist that can be defended."""

from ami_cli.selection.draw_up import Choice, choose, draw_up
from ami_cli.selection.judged import Judged
from ami_cli.selection.tables import shortlist_table
from ami_cli.selection.written import load_committee, load_grounds

__all__ = ["Choice", "Judged", "choose", "draw_up", "load_committee", "load_grounds", "shortlist_table"]
