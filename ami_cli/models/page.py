"""The page of a rule or of a warning, as `ami explain` shows it."""

from typing import Literal

from ami_cli.models.base import Model
from ami_cli.models.text import Words


class RulePage(Model):
    """What it checks, why, an example, and how to put it right."""

    name: str
    about: Literal["application", "call"]
    """`application`: a rule of `ami check`; `call`: a warning of `ami validate`."""
    title: Words
    checks: Words
    why: Words
    example: Words
    remedy: Words
