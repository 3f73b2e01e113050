"""A number in prose that contradicts a field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.figures import NUMBER, value_of
from ami_cli.call.prose.passages import Passage, passages
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


@dataclass(frozen=True)
class Subject:
    """One kind of number: the sentences that speak of it, how it is written there, and what the fields say."""

    about: re.Pattern[str]
    number: re.Pattern[str]
    field: str
    values: frozenset[int]


_APPLICATION = (
    r"\b(?:cv|curriculum|lettres?|letters?|candidatures?|applications?|propositions?|proposals?|offres?|offers?|dossiers?)\b"
)
_MOST = r"max(?:imum|imal|\.)?|au plus|at most|no more than|not exceed|pas plus|dépasse|limit|up to|jusqu"
_CHOSEN = r"présélectionn|shortlist|short-list|liste restreinte"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _subjects(call: Call) -> Iterator[Subject]:
    documents = call.application.documents
    pages = {document.max_pages for document in documents} | {call.application.limits.max_pages}
    yield Subject(
        _pattern(rf"(?=.*{_APPLICATION})(?=.*(?:{_MOST}))"),
        _pattern(rf"(?P<n>{NUMBER})\s+(?:page|feuillet)s?\b"),
        "max_pages",
        frozenset(value for value in pages if value is not None),
    )
    stated = [item for document in documents for item in document.must_state if item.what == "references"]
    yield Subject(
        _pattern(r"(?=.*\br[ée]f[ée]rences?\b)(?=.*(?:au moins|at least|minimum|\(\d+\)))"),
        _pattern(rf"(?P<n>{NUMBER})\s+r[ée]f[ée]rences?\b"),
        "must_state.references",
        frozenset(item.at_least for item in stated),
    )
    yield Subject(
        _pattern(rf".*(?:{_CHOSEN})"),
        _pattern(rf"(?P<n>{NUMBER})\s+(?:candidat|candidate|prestataire|consultant|équipe|team|firm|provider|applicant|bidder)"),
        "selection.shortlist_max",
        frozenset({call.selection.shortlist_max} if call.selection.shortlist_max else ()),
    )
    percent = call.budget.contingency_max_percent
    yield Subject(
        _pattern(r".*(?:impr[ée]vu|unforeseen|contingenc|aléas)"),
        _pattern(r"(?P<n>\d+)\s*(?:%|pour cent|per ?cent)"),
        "budget.contingency_max_percent",
        frozenset({int(percent)}) if percent is not None and percent == int(percent) else frozenset(),
    )


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each number that no field has."""
    subjects = [subject for subject in _subjects(loaded.call) if subject.values]
    for passage in passages(loaded):
        for subject in subjects:
            yield from _contradictions(passage, subject)


def _contradictions(passage: Passage, subject: Subject) -> Iterator[Doubt]:
    for sentence in passage.sentences():
        if not subject.about.match(sentence.text):
            continue
        for match in subject.number.finditer(sentence.text):
            if value_of(match["n"]) not in subject.values:
                said = ", ".join(map(str, sorted(subject.values)))
                message = Words(
                    fr=f"« {quoted(match.group().strip())} » : le champ {subject.field} dit {said}",
                    en=f"“{quoted(match.group().strip())}”: the field {subject.field} says {said}",
                )
                line = passage.line(sentence.start + match.start())
                yield Doubt(passage.path, message, line=line, source=passage.source)


WARNING = CallWarning(PAGE, check)
