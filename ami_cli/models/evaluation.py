"""What evaluators give back: one grid each, with marks, comments, abstentions and conflicts of interest."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, PositiveInt

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.requirement import Id
from ami_cli.models.text import Text


def _in_any_language(value: object) -> object:
    """A plain string is what the committee wrote, whatever the language: it is quoted as it stands."""
    return {"fr": value, "en": value} if isinstance(value, str) else value


WrittenGround = Annotated[Text, BeforeValidator(_in_any_language)]
"""A reason in one language, or in each: `ground: …` or `ground: {fr: …, en: …}`."""


class Evaluator(Model):
    """A member of the committee; address and employer serve to ask about conflicts of interest."""

    name: str
    email: str | None = None
    employer: str | None = None
    role: str | None = None


class Committee(Model):
    """`evaluations/<call>/evaluators.yaml`: who judges."""

    evaluators: tuple[Evaluator, ...] = ()


class Mark(Model):
    """What one evaluator gives one candidate on one criterion."""

    value: Decimal
    comment: str | None = None


class Judgement(Model):
    """What one evaluator says of one candidate. A conflict or an abstention leaves its marks out of every count."""

    application: str
    conflict: bool = False
    abstains: bool = False
    reason: str | None = None
    marks: dict[Id, Mark] = Field(default_factory=dict)
    grounds: dict[Id, str] = Field(default_factory=dict)
    """In reasoned mode: what the evaluator writes on each criterion."""
    needs: dict[str, bool] = Field(default_factory=dict)
    """Whether each eliminatory need of the profile is met, by its name in the grid (`need-2`)."""
    retained: bool | None = None
    """In reasoned mode: what the evaluator proposes."""
    ground: str | None = None
    """In reasoned mode: why, for the candidate as a whole."""
    comment: str | None = None

    @property
    def counts(self) -> bool:
        """Return whether the marks take part in the result."""
        return not self.conflict and not self.abstains


class Grid(Model):
    """All judgements of one evaluator, for one list of candidates."""

    call: str
    stage: Stage
    evaluator: str
    list_digest: str
    """SHA-256 of the candidates and criteria the grid was made for: a grid for an older list is refused."""
    judgements: tuple[Judgement, ...]
    source: str
    """The file it was read from, for messages."""
    sha256: str | None = None


class Ground(Model):
    """Why one candidate is retained or not, in words."""

    application: str
    retained: bool
    ground: WrittenGround
    reserve: PositiveInt | None = None
    """The place in the reserve of a candidate that is not retained: 1 is called first."""
    criteria: dict[Id, WrittenGround] = Field(default_factory=dict)


class Grounds(Model):
    """`evaluations/<call>/grounds.yaml`: what the committee decided, candidate by candidate."""

    version: int = 1
    grounds: tuple[Ground, ...] = ()
