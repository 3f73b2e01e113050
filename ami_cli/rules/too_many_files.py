"""The application has no more files than the call allows."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.limits import one_by_one
from ami_cli.rules.engine.phrases import both, count
from ami_cli.rules.engine.pieces import documents
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.spans import Measured, Span

PAGE = RulePage(
    name="too-many-files",
    about="application",
    title=Words(fr="Trop de fichiers", en="Too many files"),
    checks=Words(
        fr="Le nombre de fichiers reçus ne dépasse pas celui que l’appel permet. Une archive peut compter pour un "
        "fichier ou pour ceux qu’elle contient : entre les deux, une personne décide.",
        en="The number of files received is not above what the call allows. An archive may count as one file or as "
        "those it holds: in between, a person decides.",
    ),
    why=Words(
        fr="Beaucoup de fichiers se lisent mal, et tous les candidats ont la même place.",
        en="Many files are hard to read, and all applicants have the same room.",
    ),
    example=Words(
        fr="Neuf fichiers, pour cinq au plus.",
        en="Nine files, where five are allowed.",
    ),
    remedy=Words(
        fr="Voyez si des fichiers de trop sont des images de signature ou des doublons ; sinon, accordez une "
        "dérogation, la même pour tous : ami settle … --waive.",
        en="See whether the files too many are signature pictures or duplicates; otherwise give a waiver, the same for "
        "everyone: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Count the files, where the call limits them."""
    most = case.call.application.limits.max_files
    every = documents(case)
    if most is None or not every:
        return
    archives = {document.inside for document in every if document.inside is not None}
    loose = sum(document.inside is None for document in every)
    span = Span(loose + len(archives), len(every))
    measured = [Measured(every[0].file.path, span, Evidence(document=every[0].file.path))]
    limit = _say(most)
    clause = both(f"toute la candidature : {limit.fr} au plus", f"the whole application: at most {limit.en}")
    yield one_by_one(both("candidature", "application"), measured, most, _say).about(None, clause)


def _say(number: int) -> Words:
    return both(count(number, "fichier", french=True), count(number, "file"))


RULE = Rule(PAGE, check, requires=())
