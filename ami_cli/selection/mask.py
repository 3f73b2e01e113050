"""People replaced by numbers, with the key kept apart."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ami_cli.models.assessment import Assessment
from ami_cli.models.shortlist import Candidate, Shortlist
from ami_cli.models.table import Cell, Column, Table, table
from ami_cli.models.text import Words
from ami_cli.selection.draw_up import Choice

CANDIDATE = Words(fr="Candidat {number}", en="Candidate {number}")
EVALUATOR = Words(fr="Évaluateur {number}", en="Evaluator {number}")
NOTE = Words(
    fr="Les personnes sont remplacées par des numéros. Relisez les commentaires avant de publier : "
    "ils peuvent encore laisser reconnaître quelqu’un.",
    en="People are replaced by numbers. Read the comments before publishing: they may still let somebody be recognised.",
)
CONTACT = Words(fr="[coordonnées]", en="[contact details]")
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"  # an address
    r"|\b(?:https?://|www\.)\S{1,200}"
    r"|(?<![\w:+.-])(?:\+\d{1,3}|00\d{1,3}|0)[ .()-]{0,3}\d(?:[ .()-]{0,2}\d){7,11}(?!\w)"  # a telephone number
)
KEY = Words(fr="Clé des numéros : à garder à part", en="Key to the numbers: to be kept apart")
NUMBER = Words(fr="Numéro", en="Number")
STANDS_FOR = Words(fr="Remplace", en="Stands for")
SHORTEST = 3
"""Shorter names would be found inside ordinary words."""


@dataclass(frozen=True)
class Mask:
    """What replaces each name, longest names first."""

    names: Mapping[str, Words]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _folded(self) -> dict[str, Words]:
        return {name.casefold(): words for name, words in self.names.items()}

    def text(self, text: str, language: str) -> str:
        """Return text without the names, and without addresses, links and telephone numbers, which name people as well."""
        return self._pattern.sub(
            lambda found: self._folded[found[0].casefold()].of(language), _CONTACT.sub(CONTACT.of(language), text)
        )

    def words(self, words: Words) -> Words:
        """Return words without the names, in both languages."""
        return Words(fr=self.text(words.fr, "fr"), en=self.text(words.en, "en"))

    def table(self, made: Table) -> Table:
        """Return a table without the names, with a note that says so."""
        language = made.language

        def bare(cell: Cell) -> Cell:
            return self.text(cell, language) if isinstance(cell, str) else cell

        columns = tuple(column.model_copy(update={"title": self.text(column.title, language)}) for column in made.columns)
        rows = tuple(tuple(bare(cell) for cell in row) for row in made.rows)
        notes = (*(self.text(note, language) for note in made.notes), NOTE.of(language))
        return made.model_copy(update={"title": self.text(made.title, language), "columns": columns, "rows": rows, "notes": notes})

    def shortlist(self, made: Shortlist) -> Shortlist:
        """Return a shortlist without the names."""
        candidates = tuple(self._candidate(candidate) for candidate in made.candidates)
        return made.model_copy(update={"candidates": candidates, "remarks": tuple(map(self.words, made.remarks))})

    def _candidate(self, one: Candidate) -> Candidate:
        number = self.names[one.application]
        reasons = tuple(map(self.words, one.reasons))
        return one.model_copy(update={"application": number.en, "applicant": None, "reasons": reasons})

    def key(self, language: str) -> Table:
        """Return who is who."""
        columns = [Column(title=NUMBER.of(language), width=18), Column(title=STANDS_FOR.of(language), width=60)]
        rows = sorted((words.of(language), name) for name, words in self.names.items())
        return table(KEY.of(language), columns, rows, language)


def mask(choice: Choice) -> Mask:
    """Return the numbers of all candidates and evaluators, in an order that tells nothing of names or arrival."""
    drawn = sorted(choice.assessments, key=lambda one: _drawn(choice.call.id, one.application.id))
    names: dict[str, Words] = {}
    for number, assessment in enumerate(drawn, start=1):
        names |= dict.fromkeys(_names(assessment), _numbered(CANDIDATE, number))
    evaluators = sorted({*(grid.evaluator for grid in choice.judged.grids), *choice.judged.awaited})
    for number, evaluator in enumerate(sorted(evaluators, key=lambda name: _drawn(choice.call.id, name)), start=1):
        names.setdefault(evaluator, _numbered(EVALUATOR, number))
    return Mask(names)


def _names(assessment: Assessment) -> Sequence[str]:
    application = assessment.application
    return [application.id, *(name for name in _of_people(assessment) if len(name) >= SHORTEST)]


def _of_people(assessment: Assessment) -> Iterator[str]:
    application = assessment.application
    yield from (name.strip() for name in (application.applicant, application.email, application.firm) if name)
    for member in application.team:
        yield from (name.strip() for name in (member.name, member.firm) if name)
    for document in assessment.documents:
        yield document.file.path
        yield document.file.name
        yield from (part.person.strip() for part in document.parts if part.person)


def _drawn(call: str, name: str) -> str:
    return hashlib.sha256(f"{call}\n{name}".encode()).hexdigest()


def _numbered(words: Words, number: int) -> Words:
    return Words(fr=words.fr.format(number=number), en=words.en.format(number=number))
