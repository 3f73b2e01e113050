"""Requests to complete, the same for everybody with the same finding; and whether everybody was treated alike."""

from ami_cli.cures.completing import Completed, completed
from ami_cli.cures.equal import unequal
from ami_cli.cures.offering import offers
from ami_cli.cures.written import added, load_cures

__all__ = ["Completed", "added", "completed", "load_cures", "offers", "unequal"]
