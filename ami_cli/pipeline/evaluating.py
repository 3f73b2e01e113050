"""Assessments to grids for the evaluators."""

from collections.abc import Sequence
from datetime import datetime

from ami_cli import call, selection
from ami_cli.errors import SourceError, UsageError
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.text import Words
from ami_cli.pipeline import choosing
from ami_cli.pipeline.recording import Done, journal
from ami_cli.pipeline.scope import Scope
from ami_cli.selection import grids

FORMS: tuple[grids.Form, ...] = ("xlsx", "yaml")


COMMITTEE = Words(
    fr="evaluators:\n  - {name: Prénom Nom, role: présidente, email: …, employer: …}\n  - {name: Autre Nom}",
    en="evaluators:\n  - {name: First Last, role: chair, email: …, employer: …}\n  - {name: Other Name}",
)
"""What evaluators.yaml looks like."""


def forms(words: str) -> tuple[grids.Form, ...]:
    """Return the forms of `xlsx,yaml`; a UsageError for one there is not."""
    asked = {word.strip().lower() for word in words.split(",") if word.strip()}
    unknown = sorted(asked - set(FORMS))
    if unknown or not asked:
        raise UsageError(
            fr=f"--to : forme inconnue : « {', '.join(unknown) or words} »",
            en=f"--to: no such form: “{', '.join(unknown) or words}”",
            remedy_fr="les formes sont : xlsx, yaml, ou xlsx,yaml pour les deux",
            remedy_en="the forms are: xlsx, yaml, or xlsx,yaml for both",
        )
    return tuple(form for form in FORMS if form in asked)


def evaluators(scope: Scope, named: Sequence[str]) -> tuple[Evaluator, ...]:
    """Return those who are named, as evaluators.yaml knows them, else all of that file; a UsageError where there is nobody."""
    known = {one.name: one for one in choosing.committee(scope).evaluators}
    found = tuple(known.get(name, Evaluator(name=name)) for name in dict.fromkeys(filter(None, map(str.strip, named))))
    if not found and not known:
        file = f"evaluations/{scope.call_file.stem}/evaluators.yaml"
        raise UsageError(
            fr="aucun évaluateur n’est nommé",
            en="no evaluator is named",
            remedy_fr=f'écrivez --evaluator "Prénom Nom" pour chacun, ou remplissez {file} :\n{COMMITTEE.fr}',
            remedy_en=f'write --evaluator "First Last" for each, or fill in {file}:\n{COMMITTEE.en}',
        )
    return found or tuple(known.values())


def hand_out(
    scope: Scope,
    assessments: Sequence[Assessment],
    who: Sequence[Evaluator],
    wish: tuple[Sequence[grids.Form], str, Stage | None],
    now: datetime,
) -> tuple[grids.HandedOut, ...]:
    """Write the grids in the forms, the language and for the stage of `wish`; a SourceError where nothing can be judged yet."""
    asked_forms, language, stage = wish
    paper = choosing.papers(scope, stage)
    asked = grids.frame(call.load(scope.call_file).call, paper.stage, assessments)
    if not asked.applications:
        raise SourceError(
            fr="aucun dossier n’est complet : il n’y a encore rien à évaluer",
            en="no application is complete: there is nothing to judge yet",
            remedy_fr="tranchez ce qui reste à vérifier (ami settle), puis relancez",
            remedy_en="settle what is to be verified (ami settle), then run again",
        )
    done = tuple(grids.hand_out(paper.grids, asked, assessments, who, (asked_forms, language)))
    written = sum(one.kept is None for one in done)
    if written:
        counts = {"grids": written, "candidates": len(asked.applications)}
        journal(scope.workspace, Done("grids", scope.call_file.stem, (scope.call_file,), (), counts), now)
    return done


def questions(scope: Scope, assessments: Sequence[Assessment], who: Sequence[Evaluator] = ()) -> tuple[selection.Question, ...]:
    """Return what there is to ask about possible conflicts of interest; the texts have to be with the documents."""
    return selection.questions(who or choosing.committee(scope).evaluators, assessments)


def counted(assessments: Sequence[Assessment]) -> Words:
    """Return how many applications are in the grids, and how many wait for a person."""
    complete = sum(assessment.verdict == "complete" for assessment in assessments)
    waiting = sum(assessment.verdict == "to_verify" for assessment in assessments)
    return Words(
        fr=f"Dossiers complets dans les grilles : {complete}."
        + (f" Dossiers à vérifier, qui n’y sont pas : {waiting} ; réglez-les avant de distribuer les grilles." if waiting else ""),
        en=f"Complete applications in the grids: {complete}."
        + (
            f" Applications to verify, which are not in them: {waiting}; settle these before handing out the grids."
            if waiting
            else ""
        ),
    )
