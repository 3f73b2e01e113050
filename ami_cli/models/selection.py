"""How a call says that it chooses."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from ami_cli.models.base import Model
from ami_cli.models.requirement import Id
from ami_cli.models.text import Text
from ami_cli.models.values import Number, Percent, Switch, Whole
from ami_cli.models.wrong import quoted, wrong

Tie = Literal["extend", "reserve", "received-first"]


class Level(Model):
    """One step of a scale and what it means."""

    value: Number
    label: Text


class Scale(Model):
    """From `least` to `most`, with the meaning of the steps; where there are levels, only they may be given."""

    least: Number = Decimal(0)
    most: Number = Decimal(5)
    levels: tuple[Level, ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> "Scale":
        if self.least >= self.most:
            raise wrong(
                "scale",
                fr=f"l’échelle va de {self.least} à {self.most} : elle doit monter",
                en=f"the scale goes from {self.least} to {self.most}: it has to go up",
                remedy_fr="donnez à « least » une valeur plus petite que « most »",
                remedy_en="give “least” a smaller value than “most”",
            )
        for index, level in enumerate(self.levels):
            if not self.least <= level.value <= self.most:
                raise wrong(
                    "off-scale",
                    fr=f"le niveau {level.value} est en dehors de l’échelle ({self.least} à {self.most})",
                    en=f"level {level.value} lies outside the scale ({self.least} to {self.most})",
                    remedy_fr="corrigez le niveau ou les bornes de l’échelle",
                    remedy_en="correct the level or the ends of the scale",
                    at=f"levels.{index}.value",
                )
        return self


class Criterion(Model):
    """One criterion; its weight is a share of the whole, and those of its sub-criteria total its own."""

    id: Id
    label: Text
    weight: Percent | None = None
    scale: Scale | None = None
    threshold_percent: Percent | None = None
    part: Literal["technical", "financial"] = "technical"
    look_for: tuple[str, ...] = ()
    """What helps to judge it: `references`, `similar-missions`, `availability`, `firm`, or words to find in the documents."""
    criteria: tuple["Criterion", ...] = ()


def _paths(criteria: tuple[Criterion, ...], path: str) -> Iterator[tuple[str, str]]:
    for index, criterion in enumerate(criteria):
        yield f"{path}.{index}.id", criterion.id
        yield from _paths(criterion.criteria, f"{path}.{index}.criteria")


class Selection(Model):
    """How many, by what, and what happens to ties."""

    shortlist_max: Whole | None = None
    minimum: Whole | None = None
    """The number of complete applications below which the organisation wants to be warned."""
    winners: Whole = 1
    mode: Literal["reasoned", "scored"] = "reasoned"
    published: Switch = True
    """Whether criteria and weights stand in the notice. Scoring by what was not published is warned of."""
    criteria: tuple[Criterion, ...] = ()
    scale: Scale = Scale()
    threshold_percent: Percent | None = None
    technical_threshold_percent: Percent | None = None
    technical_percent: Percent | None = None
    """The share of the technical part where there is a technical/financial ratio; the rest is financial."""
    relative_to_best: Switch = False
    """Whether technical scores are divided by the best of them before the price is added: European Commission, not World Bank."""
    tie: Tie = "extend"
    partial_scores: Switch = False
    """Whether a candidate may be scored by some evaluators only."""
    note: Text | None = None

    @model_validator(mode="after")
    def _each_criterion_once(self) -> "Selection":
        seen: set[str] = set()
        for path, name in _paths(self.criteria, "criteria"):
            if name in seen:
                raise wrong(
                    "twice",
                    fr=f"deux critères portent le nom « {quoted(name)} »",
                    en=f"two criteria are called “{quoted(name)}”",
                    remedy_fr="donnez à chaque critère et sous-critère un nom à lui",
                    remedy_en="give each criterion and sub-criterion a name of its own",
                    at=path,
                )
            seen.add(name)
        return self
