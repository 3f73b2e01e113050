"""Assessments and what people judged → a shortlist that can be defended."""

from ami_cli.selection.conflicts import Question, questions
from ami_cli.selection.decisions import decision, load_decisions, record
from ami_cli.selection.draw_up import Choice, choose, draw_up
from ami_cli.selection.grids.plan import selection_of as at_stage
from ami_cli.selection.judged import Judged
from ami_cli.selection.mask import Mask, mask
from ami_cli.selection.minutes import Digest, Files, minutes
from ami_cli.selection.tables import candidate_sheet, comparison, long_list, shortlist_table
from ami_cli.selection.written import load_committee, load_grounds

__all__ = [
    "Choice",
    "Digest",
    "Files",
    "Judged",
    "Mask",
    "Question",
    "at_stage",
    "candidate_sheet",
    "choose",
    "comparison",
    "decision",
    "draw_up",
    "load_committee",
    "load_decisions",
    "load_grounds",
    "long_list",
    "mask",
    "minutes",
    "questions",
    "record",
    "shortlist_table",
]
