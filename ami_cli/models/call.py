"""A call: one YAML file, typed. The single source of every date, limit, amount and address."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints, model_validator

from ami_cli.models.base import Model
from ami_cli.models.calendar import Calendar, Stage
from ami_cli.models.organisation import DataProtection
from ami_cli.models.requirement import ApplicationTerms, DocumentRequirement, Id
from ami_cli.models.selection import Selection
from ami_cli.models.text import TO_BE_SET, Language, Text
from ami_cli.models.values import Amount, Percent, Unique, Whole
from ami_cli.models.wrong import wrong

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166 code such as `FR`."""
Procedure = Literal["expression-of-interest", "open-tender", "quotation", "standing-list"]
MissionKind = Literal[
    "capitalisation", "evaluation", "study", "positioning", "training", "audit", "support", "communication", "other"
]


class Section(Model):
    """A titled part of the prose."""

    title: Text
    text: Text


class Mission(Model):
    """What is asked of the provider."""

    kind: MissionKind
    context: Text
    objective: Text
    objectives: tuple[Text, ...] = ()
    components: tuple[Section, ...] = ()
    deliverables: tuple[Text, ...] = Field(min_length=1)
    conditions: tuple[Section, ...] = ()
    """What the team has to accept or respect: confidentiality, exposure to hard situations, local preference."""
    places: tuple[Text, ...] = ()
    languages: tuple[Language, ...] = ()
    """Languages of the deliverables; empty: those of the call."""
    effort_days: tuple[Whole, Whole] | None = None
    """Least and most days of work expected."""
    grant: Text | None = None
    funders: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _least_first(self) -> "Mission":
        if self.effort_days and self.effort_days[0] > self.effort_days[1]:
            raise wrong(
                "range",
                fr=f"de {self.effort_days[0]} à {self.effort_days[1]} jours : le plus petit nombre vient d’abord",
                en=f"from {self.effort_days[0]} to {self.effort_days[1]} days: the smaller number comes first",
                remedy_fr="échangez les deux nombres",
                remedy_en="swap the two numbers",
                at="effort_days",
            )
        return self


class Payment(Model):
    """One instalment; the percentages total 100."""

    percent: Percent
    on: Text


class Cost(Model):
    """Who pays for one kind of cost."""

    item: Text
    paid_by: Literal["organisation", "provider"]


class Budget(Model):
    """What the mission may cost: a ceiling, a range, an exact amount, or undisclosed (no figure)."""

    ceiling: Amount | None = None
    floor: Amount | None = None
    exact: Amount | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "EUR"
    taxes: Literal["included", "excluded"] = "included"
    covers: Literal["all-costs", "fees", "fees-and-travel"] = "all-costs"
    contingency_max_percent: Percent | None = None
    contingency_of: Literal["total", "other-costs"] | None = None
    """Of what the percentage is: of the total, contingencies included, or of the other costs; None where the call does not say."""
    costs: tuple[Cost, ...] = ()
    payments: tuple[Payment, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _one_amount(self) -> "Budget":
        if self.exact is not None and (self.ceiling is not None or self.floor is not None):
            raise wrong(
                "two-budgets",
                fr="le budget est donné deux fois : un montant exact et une limite",
                en="the budget is given twice: an exact amount and a limit",
                remedy_fr="gardez « exact » seul, ou « ceiling » (et « floor » pour une fourchette)",
                remedy_en="keep “exact” alone, or “ceiling” (and “floor” for a range)",
                at="exact",
            )
        if self.contingency_of is not None and self.contingency_max_percent is None:
            raise wrong(
                "no-percentage",
                fr="l’appel dit de quoi est le pourcentage d’imprévus, et ne donne pas de pourcentage",
                en="the call says what the percentage of contingencies is of, and gives no percentage",
                remedy_fr="ajoutez « contingency_max_percent », ou retirez « contingency_of »",
                remedy_en="add “contingency_max_percent”, or remove “contingency_of”",
                at="contingency_of",
            )
        if self.floor is not None and self.ceiling is not None and self.floor > self.ceiling:
            raise wrong(
                "range",
                fr=f"le budget va de {self.floor} à {self.ceiling} : le plus petit montant vient dans « floor »",
                en=f"the budget goes from {self.floor} to {self.ceiling}: the smaller amount belongs in “floor”",
                remedy_fr="échangez les deux montants",
                remedy_en="swap the two amounts",
                at="floor",
            )
        return self


class Need(Model):
    """One need of the profile; `details` are shades inside it, each with its own level."""

    need: Text
    level: Literal["required", "desired", "asset", "eliminatory"]
    details: tuple["Need", ...] = ()


class Lot(Model):
    """A part of the call that may be applied for and awarded on its own."""

    id: Id
    title: Text
    text: Text | None = None
    countries: tuple[Country, ...] = ()
    ceiling: Amount | None = None
    winners: Whole = 1


class Reference(Model):
    """A reference number, and whose it is."""

    number: str
    of: Text | None = None


class Annex(Model):
    """A document that goes with the notice."""

    id: Id
    title: Text
    file: str | None = None
    url: str | None = None
    stage: Stage | None = None


class Waived(RootModel[dict[Id, Text]]):
    """Rules set aside for every application of the call, each with its published reason."""


class Call(Model):
    """A published call for expressions of interest."""

    version: Literal[1]
    id: Id
    procedure: Procedure = "expression-of-interest"
    languages: Annotated[tuple[Language, ...], Unique] = Field(min_length=1)
    organisation: Id
    title: Text
    references: tuple[Reference, ...] = ()
    countries: tuple[Country, ...] = ()
    lots: Annotated[tuple[Lot, ...], Unique] = ()
    mission: Mission
    budget: Budget
    profile: tuple[Need, ...] = ()
    profile_note: Text | None = None
    calendar: Calendar
    application: ApplicationTerms
    selection: Selection
    award: Selection | None = None
    """How the proposals of the second stage are judged, where the call says it."""
    eligibility: Text | None = None
    data_protection: DataProtection | None = None
    """What differs from the organisation's notice; a field left out is the organisation's."""
    annexes: Annotated[tuple[Annex, ...], Unique] = ()
    waived: Waived = Waived({})

    @property
    def authoritative(self) -> str:
        """Return the language that prevails: the first listed."""
        return self.languages[0]

    @property
    def first_stage(self) -> Stage:
        """Return the stage at which applications first arrive."""
        return "interest" if any(d.stage == "interest" for d in self.application.documents) else "proposal"

    def due_at(self, stage: Stage) -> tuple[DocumentRequirement, ...]:
        """Return the documents due at `stage`, in the order of the call."""
        return tuple(d for d in self.application.documents if d.stage == stage)


def to_be_set(value: object, path: str = "") -> Iterator[str]:
    """Give the path of every `to-be-set` below a model, such as `calendar.milestones.0.at`."""
    if value == TO_BE_SET:
        yield path
    elif isinstance(value, RootModel):
        yield from to_be_set(value.root, path)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from to_be_set(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from to_be_set(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from to_be_set(item, f"{path}.{index}")
