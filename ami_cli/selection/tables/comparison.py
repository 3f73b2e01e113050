"""Criteria in rows, candidates in columns: what was judged, on one page."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ami_cli.models.evaluation import Grid
from ami_cli.models.money import TAXES, money
from ami_cli.models.shortlist import Candidate
from ami_cli.models.table import Align, Cell, Column, Table, table
from ami_cli.models.terms import DECISIONS
from ami_cli.selection.criteria import technical, technical_share
from ami_cli.selection.draw_up import Choice
from ami_cli.selection.scored import Result
from ami_cli.selection.tables import words
from ami_cli.selection.wording import percent

JUDGED = ("shortlisted", "reserve", "not_retained", "undecided")
MOST = 12
"""Columns that a person can still compare on one landscape page."""
WIDTH = 120
"""Characters that the columns of candidates share."""


def comparison(choice: Choice, language: str) -> Table:
    """Return the comparison of the candidates that were judged; incomplete applications are left to the long list.

    Where there are more than a page can hold, the first ones are shown and the others counted in a note.
    """
    judged = [candidate for candidate in choice.shortlist.candidates if candidate.decision in JUDGED]
    shown = judged[:MOST]
    columns = [Column(title=words.CRITERION.of(language), width=30)]
    width = max(WIDTH // max(len(shown), 1), 9)
    align: Align = "right" if choice.result else "left"
    columns += [
        Column(title=candidate.applicant or candidate.application, align=align, width=min(width, 40)) for candidate in shown
    ]
    rows = list(_scores(choice, shown, choice.result, language) if choice.result else _grounds(choice, shown, language))
    rows.append([words.DECISION.of(language), *(DECISIONS[candidate.decision].of(language) for candidate in shown)])
    made = table(f"{words.COMPARISON.of(language)} — {choice.call.title.any_of(language)}", columns, rows, language)
    notes = (words.OTHERS.of(language).format(number=len(judged) - MOST),) if len(judged) > MOST else ()
    return made.model_copy(update={"notes": notes, "one_page": True})


def _scores(choice: Choice, shown: Sequence[Candidate], result: Result, language: str) -> Iterator[list[Cell]]:
    found = [result.scores.get(candidate.application) for candidate in shown]
    share = technical_share(choice.selection)
    for leaf in technical(choice.selection):
        label = f"{leaf.criterion.label.any_of(language)} ({percent(leaf.weight * share, language)} %)"
        yield [label, *(_shown(score.by_criterion.get(leaf.id) if score else None) for score in found)]
    yield [words.MEAN.of(language), *(_shown(score.mean if score else None) for score in found)]
    yield [words.MEDIAN.of(language), *(_shown(score.median if score else None) for score in found)]
    yield [words.SPREAD.of(language), *(_shown(score.spread if score else None) for score in found)]
    if result.financial:
        label = f"{words.FINANCIAL.of(language)} ({percent(1 - share, language)} %)"
        yield [label, *(_shown(result.financial.get(candidate.application)) for candidate in shown)]
        yield [words.TOTAL.of(language), *(_shown(result.totals.get(candidate.application)) for candidate in shown)]
    yield from _prices(choice, shown, language)
    yield [words.RANK.of(language), *(candidate.rank for candidate in shown)]


def _prices(choice: Choice, shown: Sequence[Candidate], language: str) -> Iterator[list[Cell]]:
    """Give the prices that are open, on the tax basis of the call; no row where none is."""
    known = {one.application.id: one.price for one in choice.assessments if one.price is not None}
    if any(candidate.application in known for candidate in shown):
        label = f"{words.PRICE.of(language)} ({TAXES[choice.call.budget.taxes].of(language)})"
        prices = (known.get(candidate.application) for candidate in shown)
        yield [label, *(money(price.amount, price.currency).of(language) if price else None for price in prices)]


def _grounds(choice: Choice, shown: Sequence[Candidate], language: str) -> Iterator[list[Cell]]:
    """Give what evaluators propose, then what the committee writes, on each criterion and on the whole."""
    written = [choice.judged.written.get(candidate.application) for candidate in shown]
    for leaf in technical(choice.selection):
        texts = [ground.criteria.get(leaf.id) if ground else None for ground in written]
        proposed = [_proposed(choice.judged.grids, candidate, leaf.id, language) for candidate in shown]
        cells = [
            "\n".join(part for part in (text.any_of(language) if text else "", said) if part)
            for text, said in zip(texts, proposed, strict=True)
        ]
        yield [leaf.criterion.label.any_of(language), *(cell or None for cell in cells)]
    if choice.judged.grids:
        yield [words.PROPOSALS.of(language), *(_whole(choice.judged.grids, candidate, language) or None for candidate in shown)]
    yield from _prices(choice, shown, language)
    yield [words.REASONS.of(language), *(ground.ground.any_of(language) if ground else None for ground in written)]


def _proposed(grids: Sequence[Grid], candidate: Candidate, criterion: str, language: str) -> str:
    said = (
        (grid.evaluator, judgement.grounds[criterion])
        for grid in grids
        for judgement in grid.judgements
        if judgement.application == candidate.application and judgement.counts and criterion in judgement.grounds
    )
    return "\n".join(f"{evaluator}{words.COLON.of(language)}{text}" for evaluator, text in said)


def _whole(grids: Sequence[Grid], candidate: Candidate, language: str) -> str:
    """Return who proposes to retain the candidate, who does not, and why."""
    lines = []
    for grid in grids:
        for judgement in grid.judgements:
            if judgement.application != candidate.application:
                continue
            if not judgement.counts:
                why = words.CONFLICT if judgement.conflict else words.ABSTENTION
                lines.append(f"{grid.evaluator}{words.COLON.of(language)}{why.of(language)}")
            elif judgement.retained is not None or judgement.ground:
                proposed = words.PROPOSED[judgement.retained].of(language) if judgement.retained is not None else ""
                lines.append(
                    f"{grid.evaluator}{words.COLON.of(language)}"
                    + " — ".join(part for part in (proposed, judgement.ground) if part)
                )
    return "\n".join(lines)


def _shown(share: Fraction | None) -> Decimal | None:
    return None if share is None else Decimal(percent(share, "en"))
