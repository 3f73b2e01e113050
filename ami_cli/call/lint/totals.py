"""Weights or payments that do not total 100."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.selection import Criterion, Selection
from ami_cli.models.text import Words

PAGE = page(
    "total-not-100",
    title=Words(fr="Total différent de 100", en="Total other than 100"),
    checks=Words(
        fr="Les poids des critères totalisent 100, ceux des sous-critères le poids de leur critère, et les paiements 100 %.",
        en="The weights of the criteria total 100, those of sub-criteria the weight of their criterion, and payments 100 %.",
    ),
    why=Words(
        fr="Une grille publiée qui ne fait pas 100 ne peut être appliquée comme elle est écrite.",
        en="A published grid that does not make 100 cannot be applied as it is written.",
    ),
    example=Words(fr="40 + 30 + 20 = 90.", en="40 + 30 + 20 = 90."),
    remedy=Words(fr="corrigez les nombres pour que le total soit juste", en="correct the numbers so that the total is right"),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each total that is wrong."""
    for name, selection in (("selection", loaded.call.selection), ("award", loaded.call.award)):
        if selection is not None:
            yield from _criteria(selection, name)
    payments = loaded.call.budget.payments
    if payments:
        yield from _total("budget.payments", [payment.percent for payment in payments], Decimal(100))


def _criteria(selection: Selection, name: str) -> Iterator[Doubt]:
    path = f"{name}.criteria"
    weights = [criterion.weight for criterion in selection.criteria if criterion.weight is not None]
    technical = [one.weight for one in selection.criteria if one.part == "technical" and one.weight is not None]
    share = selection.technical_percent
    if share is not None and len(technical) == len(weights):
        # With a technical/financial ratio and no financial criteria, the weights share out the technical part.
        yield from _total(path, weights, Decimal(100), share)
    elif weights:
        yield from _total(path, weights, Decimal(100))
    yield from _inner(selection.criteria, path)


def _inner(criteria: Sequence[Criterion], path: str) -> Iterator[Doubt]:
    for index, criterion in enumerate(criteria):
        below = f"{path}.{index}.criteria"
        weights = [inner.weight for inner in criterion.criteria if inner.weight is not None]
        if weights and criterion.weight is not None:
            yield from _total(below, weights, criterion.weight)
        yield from _inner(criterion.criteria, below)


def _total(path: str, weights: Sequence[Decimal], *right: Decimal) -> Iterator[Doubt]:
    total = sum(weights, Decimal(0))
    if weights and total not in right:
        message = Words(fr=f"le total est {total}, et non {right[0]}", en=f"the total is {total}, not {right[0]}")
        yield Doubt(path, message)


WARNING = CallWarning(PAGE, check)
