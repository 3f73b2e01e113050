"""Assessments told one after the other: ten thousand of them never lie in memory together."""

import itertools
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from pydantic_core import to_json

from ami_cli.models.assessment import Assessment
from ami_cli.models.cure import Unequal
from ami_cli.reports.objects import application_object, as_jsonl, unequal_object

Told = Callable[[str], Sequence[Unequal]]


def as_text(
    assessments: Iterable[Assessment], form: str, language: str, *, several: bool, unequal: Told = lambda _call: ()
) -> Iterator[str]:
    """Give the assessments in a format of `reports.FORMATS`, piece by piece.

    Args:
        assessments: call by call, in the order in which they are to be told.
        form: `junit` says how many there are before it says which, and so takes them all, without their documents.
        language: of what is for people; JSON holds both.
        several: whether there are several calls: JSON is then a list of objects.
        unequal: says of a call, once its assessments were given, which tolerances were not given to all.
    """
    match form:
        case "json":
            yield from _json(assessments, unequal, several=several)
        case "jsonl":
            yield from (as_jsonl((one,)) for one in assessments)
        case "github":
            from ami_cli.reports.github import as_github  # noqa: PLC0415  # only what is asked for

            yield from (as_github((one,), language) for one in assessments)
        case _:
            from ami_cli.reports.junit import as_junit  # noqa: PLC0415  # as above

            yield as_junit([one.model_copy(update={"documents": ()}) for one in assessments], language)


def _json(assessments: Iterable[Assessment], unequal: Told, *, several: bool) -> Iterator[str]:
    margin = "  " if several else ""
    yield "[\n" if several else ""
    for number, (call, its) in enumerate(itertools.groupby(assessments, lambda one: one.call)):
        yield f",\n{margin}" if number else margin
        yield from (piece.replace("\n", f"\n{margin}") for piece in _call(call, its, unequal))
    yield "\n]\n" if several else "\n"


def _call(call: str, assessments: Iterable[Assessment], unequal: Told) -> Iterator[str]:
    """Give the pieces of one object, as `to_json(…, indent=2)` would lay it out."""
    verdicts: Counter[str] = Counter()
    between = f'{{\n  "call": {_laid_out(call)},\n  "applications": [\n'
    for one in assessments:
        verdicts[one.verdict] += 1
        yield between + textwrap.indent(_laid_out(application_object(one)), "    ")
        between = ",\n"
    summary = {verdict: verdicts[verdict] for verdict in ("complete", "incomplete", "to_verify")}
    rest = {"summary": summary, "unequal": [unequal_object(one) for one in unequal(call)]}
    yield f"\n  ],{_laid_out(rest)[1:]}"


def _laid_out(value: object) -> str:
    return to_json(value, indent=2).decode()
