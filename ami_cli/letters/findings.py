"""A finding as the applicant is told of it: rules speak to the organisation, of files where it keeps them."""

import re
from functools import partial

from ami_cli.letters.sentences import ABOUT_FILES, CLOSED, OVER, SENTENCES, WHOLE_OVER
from ami_cli.models.assessment import Assessment, Document, Outcome
from ami_cli.models.call import Call
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.wording import dates

SHOWN = 6
"""Names of files that stand in a sentence; the others are counted."""
MORE = (Words(fr="un autre", en="another"), Words(fr="{} autres", en="{} others"))
LONGEST_NAME = 120
_UNITS = {
    "fr": {"j": ("jour", "jours"), "h": ("heure", "heures"), "min": ("minute", "minutes"), "s": ("seconde", "secondes")},
    "en": {"d": ("day", "days"), "h": ("hour", "hours"), "min": ("minute", "minutes"), "s": ("second", "seconds")},
}
_QUOTED = re.compile(r"« ([^»]*) »|“([^”]*)”")
_PARENTHESIS = re.compile(r" \((?:«|“)[^)]*\)")


LIMITS = frozenset({"too-many-pages", "too-many-slides", "too-many-words", "too-many-files", "too-heavy"})
"""Rules that say the figures themselves."""


def told(call: Call, assessment: Assessment, outcome: Outcome, language: str) -> str:
    """Return what an applicant reads of a finding of theirs, without the full stop."""
    if outcome.rule in ABOUT_FILES:
        found = closed(assessment, outcome) or seen_in(assessment, outcome)
        said = ABOUT_FILES[outcome.rule]
        chosen = said.none if not found else said.one if len(found) == 1 else said.many
        return _filled(chosen, call, outcome, language, files=_named(found, language))
    if outcome.rule in SENTENCES:
        return _filled(SENTENCES[outcome.rule], call, outcome, language)
    if outcome.rule in LIMITS:
        return _limit(call, assessment, outcome, language)
    if outcome.rule == "received-late":
        return _late(outcome, language)
    return _without_paths(assessment, outcome.message.of(language))


def clause(call: Call, outcome: Outcome, language: str) -> str | None:
    """Return what the call asks, where the finding itself does not say it."""
    if outcome.rule == "wrong-language":
        asked = _asked(call, outcome)
        codes = (asked.languages if asked else ()) or call.application.languages
        names = dates.listed([dates.language_name(code, language) for code in codes], language)
        return f"langues acceptées : {names}" if language == "fr" else f"accepted languages: {names}"
    says = outcome.rule in {"wrong-format", "team-size"} or (outcome.rule in LIMITS and not _figures(outcome))
    return outcome.clause.of(language) if says and outcome.clause else None


def closed(assessment: Assessment, outcome: Outcome) -> tuple[Document, ...]:
    """Return the files of a finding that nobody can open."""
    if outcome.rule != "unreadable-document":
        return ()
    return tuple(document for document in seen_in(assessment, outcome) if document.facts.problem in CLOSED)


def seen_in(assessment: Assessment, outcome: Outcome) -> tuple[Document, ...]:
    """Return the files in which a finding was seen, each once."""
    paths = {evidence.document for evidence in outcome.evidence}
    return tuple(document for document in assessment.documents if document.file.path in paths)


def _filled(words: Words, call: Call, outcome: Outcome, language: str, files: str = "") -> str:
    return words.of(language).format(
        name=_name(call, outcome, language),
        files=files,
        who=_after(outcome, language, "rien pour", "none for")
        or ("une personne de l’équipe" if language == "fr" else "a member of the team"),
        what=f" ({links})" if (links := _after(outcome, language, "peut-être :", "may stand for:")) else "",
        count=_references(call, outcome, language),
    )


def _asked(call: Call, outcome: Outcome) -> DocumentRequirement | None:
    return next((one for one in call.application.documents if one.id == outcome.requirement), None)


def _name(call: Call, outcome: Outcome, language: str) -> str:
    """Return how the call names the document that a finding is about."""
    asked = _asked(call, outcome)
    if asked is not None and asked.label is not None:
        return re.sub(r"[*_`]+", "", asked.label.any_of(language))
    said = outcome.clause.of(language).partition(": ")[2] if outcome.clause else ""
    return said.partition(",")[0] or (outcome.requirement or "?")


def _after(outcome: Outcome, language: str, french: str, english: str) -> str:
    """Return the end of a rule's message: the names that it found."""
    return outcome.message.of(language).partition(french if language == "fr" else english)[2].strip()


def _references(call: Call, outcome: Outcome, language: str) -> str:
    asked = _asked(call, outcome)
    least = max((state.at_least for state in asked.must_state if state.what == "references"), default=1) if asked else 1
    s = "s" if least > 1 else ""
    return f"{least} référence{s} de contrats analogues" if language == "fr" else f"{least} reference{s} to similar contracts"


def _named(found: tuple[Document, ...], language: str) -> str:
    """Return the names of files as they were when they came, each with why it cannot be opened."""
    quotes = ("« ", " »") if language == "fr" else ("“", "”")
    names = []
    for document in found[:SHOWN]:
        problem = CLOSED.get(document.facts.problem or "")
        why = f" ({problem.of(language)})" if problem else ""
        names.append(f"{quotes[0]}{_clean(document.file.name)}{quotes[1]}{why}")
    more = len(found) - SHOWN
    if more > 0:
        names.append(MORE[more > 1].of(language).format(more))
    return dates.listed(names, language)


def _clean(name: str) -> str:
    """Return a name from outside on one line, without what cannot be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())[:LONGEST_NAME]


def _figures(outcome: Outcome) -> bool:
    """Return whether the message gives what was counted: once a person settled the point, it does not."""
    return outcome.status == "not_met" and "," in outcome.message.fr and "vérifier" not in outcome.message.fr


def _limit(call: Call, assessment: Assessment, outcome: Outcome, language: str) -> str:
    if not _figures(outcome):
        return _filled(OVER if outcome.requirement else WHOLE_OVER, call, outcome, language)
    message = outcome.message.of(language)
    if outcome.requirement is not None:
        return _without_paths(assessment, message)
    return ("votre " if language == "fr" else "your ") + _PARENTHESIS.sub("", message)


def _late(outcome: Outcome, language: str) -> str:
    said = outcome.message.of(language)
    for unit, words in _UNITS["fr" if language == "fr" else "en"].items():
        said = re.sub(rf"\b(\d+) {unit}\b", partial(_in_full, words), said)
    said = said[:1].lower() + said[1:]
    return f"votre candidature a été {said}" if language == "fr" else f"your application was {said}"


def _in_full(words: tuple[str, str], found: re.Match[str]) -> str:
    return f"{found[1]} {words[int(found[1]) > 1]}"


def _without_paths(assessment: Assessment, message: str) -> str:
    """Return a message in which files are called as they were when they came."""
    names = {document.file.path: _clean(document.file.name) for document in assessment.documents}

    def renamed(found: re.Match[str]) -> str:
        path = found[1] or found[2]
        return found[0].replace(path, names.get(path, path.rpartition("/")[2] if path.startswith("files/") else path))

    return _QUOTED.sub(renamed, message)
