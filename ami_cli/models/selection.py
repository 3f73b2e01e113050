"""How a call says that it chooses."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PositiveInt, model_validator

from ami_cli.models.base import Model
from ami_cli.models.requirement import Id
from ami_cli.models.text import Text

Percent = Annotated[Decimal, Field(ge=0, le=100)]
Tie = Literal["extend", "reserve", "received-first"]


class Level(Model):
    """One step of a scale and what it means."""

    value: Decimal
    label: Text


class Scale(Model):
    """From `least` to `most`, with the meaning of the steps; where there are levels, only they may be given."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(5)
    levels: tuple[Level, ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> "Scale":
        if self.least >= self.most:
            message = "the scale has to go up: least is not below most"
            raise ValueError(message)
        if any(not self.least <= level.value <= self.most for level in self.levels):
            message = "a level lies outside the scale"
            raise ValueError(message)
        return self


class Criterion(Model):
    """One criterion; its weight is a share of the whole, and those of its sub-criteria total its own."""

    id: Id
    label: Text
    weight: Percent | None = None
    scale: Scale | None = None
    threshold_percent: Percent | None = None
    part: Literal["technical", "financial"] = "technical"
    criteria: tuple["Criterion", ...] = ()


class Selection(Model):
    """How many, by what, and what happens to ties."""

    shortlist_max: PositiveInt | None = None
    minimum: PositiveInt | None = None
    """The number of complete applications below which the organisation wants to be warned."""
    winners: PositiveInt = 1
    mode: Literal["reasoned", "scored"] = "reasoned"
    published: bool = True
    """Whether criteria and weights stand in the notice. Scoring by what was not published is warned of."""
    criteria: tuple[Criterion, ...] = ()
    scale: Scale = Scale()
    threshold_percent: Percent | None = None
    technical_threshold_percent: Percent | None = None
    technical_percent: Percent | None = None
    """The share of the technical part where there is a technical/financial ratio; the rest is financial."""
    tie: Tie = "extend"
    partial_scores: bool = False
    """Whether a candidate may be scored by some evaluators only."""
    note: Text | None = None
