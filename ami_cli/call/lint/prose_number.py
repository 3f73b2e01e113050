"""A number in prose that contradicts a field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.figures import NUMBER, value_of
from ami_cli.call.prose.passages import passages
from ami_cli.models.call import Call
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "prose-number",
    title=Words(fr="Nombre contredit par la prose", en="Number contradicted by the prose"),
    checks=Words(
        fr="Les nombres de pages, de références, de candidats retenus et le pourcentage d’imprévus cités dans la prose, en "
        "chiffres ou en lettres, sont ceux des champs.",
        en="The numbers of pages, of references, of candidates retained and the share for contingencies quoted in the prose, in "
        "figures or in words, are those of the fields.",
    ),
    why=Words(
        fr="Le candidat suit la prose, ami vérifie le champ : l’un des deux serait injuste.",
        en="The applicant follows the prose, ami checks the field: one of the two would be unfair.",
    ),
    example=Words(fr="« un CV de 4 pages maximum » quand max_pages vaut 3.", en="“a CV of at most 4 pages” where max_pages is 3."),
    remedy=Words(
        fr="corrigez l’un des deux, ou retirez le nombre de la prose",
        en="correct one of the two, or take the number out of the prose",
    ),
)


_MOST = re.compile(r"max(?:imum|imal|\.)?|au plus|at most|no more than|not exceed|pas plus|dépass|limit|up to|jusqu", re.IGNORECASE)
_PAGES = re.compile(
    rf"(?P<cv>\bcv\b|curriculum)|(?P<letter>\blett(?:re|er)s?\b)|(?P<technical>proposition technique|technical proposal)"
    rf"|(?P<n>{NUMBER})\s+(?:page|feuillet)s?\b|(?P<other>rapport|report|synth[èe]se|note\b|guide|livrable|deliverable)",
    re.IGNORECASE,
)
_KINDS = {"cv": "cv", "letter": "letter", "technical": "technical-proposal", "other": "other"}
_NOUN = r"(?:candidat|prestataire|consultant|équipe|team|firm|provider|applicant|bidder)\w*"
_CHOSEN = re.compile(
    rf"(?P<n>{NUMBER})\s+{_NOUN}[^,;]{{0,40}}?\b(?:présélectionn\w*|shortlisted|short-listed)"
    rf"|(?:présélection|liste restreinte|shortlist|short list) (?:de|of) (?P<n2>{NUMBER})\s+{_NOUN}",
    re.IGNORECASE,
)
_REFERENCES = re.compile(rf"(?P<n>{NUMBER})\s+r[ée]f[ée]rences?\b", re.IGNORECASE)
_OF_CONTRACTS = re.compile(
    r"contra[tc]|missions? (?:sembl|simil|analog)|similar|analog|prestation|client|lettre|letter", re.IGNORECASE
)
_LEAST = re.compile(r"au moins|at least|minimum|\(\d+\)", re.IGNORECASE)
_PERCENT = re.compile(r"(?P<n>\d+)\s*(?:%|pour cent|per ?cent)", re.IGNORECASE)
_UNFORESEEN = re.compile(r"impr[ée]vu|unforeseen|contingenc|aléas", re.IGNORECASE)


@dataclass(frozen=True)
class Quoted:
    """A number found in a sentence, and what the field of the same thing says."""

    words: str
    start: int
    value: int
    field: str
    said: frozenset[int]


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each number that the field of the same thing does not have."""
    for passage in passages(loaded):
        for sentence in passage.sentences():
            for found in _numbers(sentence.text, loaded.call):
                if found.said and found.value not in found.said:
                    said = ", ".join(map(str, sorted(found.said)))
                    message = Words(
                        fr=f"« {quoted(found.words)} » : le champ {found.field} dit {said}",
                        en=f"“{quoted(found.words)}”: the field {found.field} says {said}",
                    )
                    yield Doubt(passage.path, message, line=passage.line(sentence.start + found.start), source=passage.source)


def _numbers(text: str, call: Call) -> Iterator[Quoted]:
    if _MOST.search(text):
        yield from _pages(text, call)
    most = call.selection.shortlist_max
    for match in _CHOSEN.finditer(text):
        yield _quoted(match, "selection.shortlist_max", {most} if most else set())
    if _LEAST.search(text) and _OF_CONTRACTS.search(text):
        stated = {item.at_least for one in call.application.documents for item in one.must_state if item.what == "references"}
        for match in _REFERENCES.finditer(text):
            yield _quoted(match, "must_state.references", stated)
    percent = call.budget.contingency_max_percent
    if percent is not None and percent == int(percent) and _UNFORESEEN.search(text):
        for match in _PERCENT.finditer(text):
            yield _quoted(match, "budget.contingency_max_percent", {int(percent)})


def _quoted(match: re.Match[str], field: str, said: set[int]) -> Quoted:
    groups = match.groupdict()
    return Quoted(match.group().strip(), match.start(), value_of(groups["n"] or groups["n2"]), field, frozenset(said))


def _pages(text: str, call: Call) -> Iterator[Quoted]:
    """Give each number of pages with the limits of the document that is named before it, else after it."""
    found = list(_PAGES.finditer(text))
    for index, match in enumerate(found):
        if match["n"]:
            named = [one for one in (*reversed(found[:index]), *found[index:]) if not one["n"]]
            kind = _KINDS[named[0].lastgroup or "other"] if named else "other"
            limits = {one.max_pages for one in call.application.documents if one.kind == kind and one.max_pages is not None}
            yield _quoted(match, "max_pages", limits)


WARNING = CallWarning(PAGE, check)
