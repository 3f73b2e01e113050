"""Tables that justify a choice: who said what, and why."""

from ami_cli.selection.tables.candidate import candidate_sheet
from ami_cli.selection.tables.comparison import comparison
from ami_cli.selection.tables.listing import long_list, shortlist_table

__all__ = ["candidate_sheet", "comparison", "long_list", "shortlist_table"]
