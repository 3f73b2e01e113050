"""Assessments → what a person reads on a screen: one line per application, or one application in full."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ami_cli.models.assessment import Assessment, Evidence, Outcome, Status, Verdict, Verified, open_points
from ami_cli.models.shortlist import Candidate, Shortlist
from ami_cli.models.table import Column, Table, table
from ami_cli.models.terms import DECISIONS, STATUSES, VERDICTS
from ami_cli.models.text import Words

_SHORTLIST = Words(fr="Liste restreinte", en="Shortlist")
_AT_MOST = Words(fr="{max} place{s}", en="{max} place{s}")
_DECISION = Words(fr="Décision", en="Decision")
_REASONS = Words(fr="Motif", en="Reason")
_WAIVED = Words(fr="dérogation", en="waived")
_APPLICATION = Words(fr="Candidature", en="Application")
_VERDICT = Words(fr="Examen", en="Verdict")
_OPEN = Words(fr="Manque (-), est à vérifier (?)", en="Missing (-), to verify (?)")
_RULE = Words(fr="Règle", en="Rule")
_RESULT = Words(fr="Résultat", en="Result")
_FOUND = Words(fr="Constat", en="Finding")
_SIGNS: dict[Status, str] = {"not_met": "-", "to_verify": "?"}
_ASIDE = Words(fr="Sans objet ici :", en="Not applicable here:")
_SHOWN = 6
"""Passages shown for an open point; for what is met, one is enough."""
LINE_BREAKS = dict.fromkeys(map(ord, "\n\r\t\v\f\x85\u2028\u2029"), "\ufffd")
"""A folder can be named over two lines; its row is one."""
_RECOGNISED = Words(fr="lu par reconnaissance de caractères", en="read by character recognition")
_PAGE = Words(fr="page {page}", en="page {page}")


def brief(assessments: Iterable[Assessment], language: str, *, several: bool = False) -> Table:
    """Return one line per application: its folder, its verdict, what is missing, what is to verify, what was waived.

    The call is named before each folder where there are `several`.
    """
    calls: dict[str, None] = {}
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    for one in assessments:  # once: they may come one by one, too many to lie in memory together
        calls[one.call] = None
        folder = one.application.id.translate(LINE_BREAKS)
        name = f"{one.call}/{folder}" if several else folder
        rows.append((name, VERDICTS[one.verdict].of(language), "\n".join(_open(one, language))))
        notes.extend(_remarks(one, language))
    columns = [Column(title=words.of(language)) for words in (_APPLICATION, _VERDICT, _OPEN)]
    return table(", ".join(calls), columns, rows, language).model_copy(update={"notes": tuple(notes)})


def detail(assessment: Assessment, language: str) -> Table:
    """Return one application in full: every outcome that applies, open ones first, where it can be seen, and what to do."""
    shown = sorted((o for o in assessment.outcomes if o.status != "not_applicable"), key=_open_first)
    rows = [[outcome.rule, _result(outcome, language), "\n".join(told(outcome, language))] for outcome in shown]
    aside = list(dict.fromkeys(o.rule for o in assessment.outcomes if o.status == "not_applicable"))
    columns = [Column(title=words.of(language)) for words in (_RULE, _RESULT, _FOUND)]
    title = f"{assessment.application.id} : {VERDICTS[assessment.verdict].of(language)}"
    made = table(title if language == "fr" else title.replace(" :", ":", 1), columns, rows, language)
    notes = [remark.of(language) for remark in assessment.remarks]
    notes += [f"{_ASIDE.of(language)} {', '.join(aside)}"] if aside else []
    return made.model_copy(update={"notes": tuple(notes)})


def decided(shortlist: Shortlist, language: str) -> Table:
    """Return one line per candidate: what was decided, and why."""
    waiting = [one.application for one in shortlist.candidates if one.decision == "reserve"]
    rows = [
        [one.application, _decision(one, waiting, language), "\n".join(reason.of(language) for reason in one.reasons)]
        for one in shortlist.candidates
    ]
    columns = [Column(title=words.of(language)) for words in (_APPLICATION, _DECISION, _REASONS)]
    most = shortlist.max
    places = f" ({_AT_MOST.of(language).format(max=most, s='s' if most > 1 else '')})" if most else ""
    made = table(f"{_SHORTLIST.of(language)}{places}", columns, rows, language)
    return made.model_copy(update={"notes": tuple(remark.of(language) for remark in shortlist.remarks)})


def _decision(candidate: Candidate, waiting: Sequence[str], language: str) -> str:
    """Return what was decided, with the rank; those in reserve are numbered in the order in which they would be called."""
    number = waiting.index(candidate.application) + 1 if candidate.decision == "reserve" else candidate.rank
    said = DECISIONS[candidate.decision].of(language)
    return f"{said} {number}" if number else said


def counted(number: Mapping[Verdict, int]) -> Words:
    """Return how many applications there are of each verdict, as a sentence."""
    return Words(fr=_sentence(number, "fr"), en=_sentence(number, "en"))


def _sentence(number: Mapping[Verdict, int], language: str) -> str:
    total = sum(number.values())
    parts = ", ".join(f"{number.get(one, 0)} {_agreed(one, number.get(one, 0), language)}" for one in VERDICTS)
    if language == "fr":
        return f"{total} candidature{'s' if total > 1 else ''} : {parts}."
    return f"{total} application{'' if total == 1 else 's'}: {parts}."


def _agreed(verdict: Verdict, number: int, language: str) -> str:
    plural = language == "fr" and number > 1 and verdict != "to_verify"
    return f"{VERDICTS[verdict].of(language)}{'s' if plural else ''}"


def _open(assessment: Assessment, language: str) -> Iterator[str]:
    """Give what is open, then what was waived. Doubt that only follows from another line is left to the detail."""
    for status, sign in _SIGNS.items():
        messages = (found(outcome, language) for outcome in open_points(assessment.outcomes) if outcome.status == status)
        yield from (f"{sign} {message}" for message in dict.fromkeys(messages))
    for outcome in assessment.outcomes:
        if outcome.status in _SIGNS and outcome.waived_by is not None:
            yield f"({_WAIVED.of(language)}) {outcome.message.of(language)}"


def found(outcome: Outcome, language: str) -> str:
    """Return what was found in one line; where a person found it missing, with their reason."""
    message = outcome.message.of(language)
    return f"{message} ({outcome.verified_by.reason})" if outcome.verified_by and outcome.status == "not_met" else message


def _remarks(assessment: Assessment, language: str) -> Iterator[str]:
    colon = " :" if language == "fr" else ":"
    yield from (f"{assessment.application.id}{colon} {remark.of(language)}" for remark in assessment.remarks)


def _open_first(outcome: Outcome) -> int:
    return 2 if outcome.waived_by else ("not_met", "to_verify", "met").index(outcome.status)


def _result(outcome: Outcome, language: str) -> str:
    return (_WAIVED if outcome.waived_by else STATUSES[outcome.status]).of(language)


def told(outcome: Outcome, language: str) -> Iterator[str]:
    """Give what was found, where it can be seen, and what to do; of what a person settled, who and when."""
    yield outcome.message.of(language)
    seen = [evidence for evidence in outcome.evidence if evidence.document]
    yield from (_where(evidence, language) for evidence in seen[: 1 if outcome.status == "met" else _SHOWN])
    if outcome.waived_by is not None:
        yield f"{_WAIVED.of(language)} ({outcome.waived_by.who}, {outcome.waived_by.when}) : {outcome.waived_by.reason}"
    elif outcome.verified_by is not None:
        yield _settled(outcome.verified_by, language)
    elif outcome.remedy is not None:
        yield f"→ {outcome.remedy.of(language)}"


def _settled(by: Verified, language: str) -> str:
    before = STATUSES[by.before].of(language)
    if language == "fr":
        return f"tranché par {by.who}, {by.when:%Y-%m-%d} (avant : {before}) : {by.reason}"
    return f"settled by {by.who}, {by.when:%Y-%m-%d} (before: {before}): {by.reason}"


def _where(evidence: Evidence, language: str) -> str:
    page = (
        f", {_PAGE.of(language).format(page=evidence.page)}" if evidence.page else f", {evidence.place}" if evidence.place else ""
    )
    quote = ""
    if evidence.quote:
        quote = f" : « {evidence.quote} »" if language == "fr" else f": “{evidence.quote}”"
    note = f" ({_RECOGNISED.of(language)})" if evidence.ocr else ""
    return f"  {evidence.document}{page}{quote}{note}"
