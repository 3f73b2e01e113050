"""Requests to complete, the same for everybody with the same finding; and whether everybody was treated alike."""

from ami_cli.cures.completing import Completed, completed
from ami_cli.cures.equal import unequal
from ami_cli.cures.offering import offers
from ami_cli.cures.written import CURES

__all__ = ["CURES", "Completed", "completed", "offers", "unequal"]
