"""Applications to assessments: read in place, facts once, then the rules."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from ami_cli import call, facts, intake
from ami_cli.errors import SourceError
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment, Case, Document
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.cure import CureEntry, Unequal
from ami_cli.models.settlement import Settlement, Settlements
from ami_cli.models.text import Words
from ami_cli.pipeline import curing, settling, staging
from ami_cli.pipeline.remembered import Memory
from ami_cli.pipeline.scope import Scope, of_one_call, scopes


class How(NamedTuple):
    """How the files are read, and at which stage the applications are looked at."""

    jobs: int | None = None
    """Worker processes; all processors where None."""
    cache: bool = True
    stage: Stage | None = None
    """The first stage of the call where None."""
    texts: bool = False
    """Whether the texts are kept with the documents, for those who look for words in them."""
    settled: bool = True
    """Whether what people settled is laid over what the rules say."""


class Waiting(NamedTuple):
    """The applications of one call, not yet looked at."""

    scope: Scope
    folders: tuple[Path, ...]


def waiting(path: Path | None, asked: str | None) -> tuple[Waiting, ...]:
    """Return the application folders that `path` means, call by call; see `scope.scopes`."""
    found = tuple(Waiting(scope, _folders(scope)) for scope in scopes(path, asked))
    return found if any(one.folders for one in found) else _nothing(found[0].scope.folder)


def of_call(asked: str | None) -> Waiting:
    """Return the application folders of the one call that is meant."""
    scope = of_one_call(asked)
    if not scope.folder.is_dir():
        _nothing(scope.folder)
    found = Waiting(scope, _folders(scope))
    return found if found.folders else _nothing(scope.folder)


def _nothing(folder: Path) -> NoReturn:
    raise SourceError(
        fr=f"il n’y a aucune candidature dans {folder}",
        en=f"there is no application in {folder}",
        remedy_fr="chaque candidature est un dossier : submissions/<appel>/<numéro-nom>/",
        remedy_en="each application is a folder: submissions/<call>/<number-name>/",
    )


def check(found: Sequence[Waiting], how: How, on_application: Callable[[], None] = lambda: None) -> Iterator[Assessment]:
    """Give the assessment of every application, in order; texts are let go once the rules have seen them.

    Raises:
        InvalidCall: the call of one of them is not valid; nothing is given then.
    """
    loaded = [call.load(one.scope.call_file) for one in found]
    for one, its in zip(found, loaded, strict=True):
        memory = Memory(one.scope.workspace if how.cache and not how.texts else None, its, how.stage or its.call.first_stage)
        try:
            for assessment in _assessed(one, its.call, how, memory):
                on_application()
                yield assessment
        finally:
            memory.close()


class _Known(NamedTuple):
    """An application, and what an earlier run found where nothing has changed since."""

    application: Application
    key: str
    assessment: Assessment | None


def _assessed(one: Waiting, its: Call, how: How, memory: Memory) -> Iterator[Assessment]:
    stage = how.stage or its.first_stage
    cache = one.scope.workspace.cache if how.cache else None
    periods = curing.periods(one.scope).opened(stage)
    told = settling.settlements(one.scope) if how.settled else Settlements()
    to_read = _to_read(_taking_part(one, stage), (stage, its.first_stage), memory, periods)
    for known, read in facts.read_groups(to_read, jobs=how.jobs, cache=cache):
        if known.assessment is not None:
            yield _settled(known.assessment, told.about(known.application.id, stage))
            continue
        whole = curing.cured(its, known.application, read, periods)
        assessed = _assess()(Case(call=its, stage=stage, application=whole.application, documents=whole.documents))
        documents = assessed.documents if how.texts else tuple(map(_without_text, assessed.documents))
        kept = assessed.model_copy(update={"documents": documents, "remarks": (*assessed.remarks, *whole.remarks)})
        memory.keep(known.key, kept)
        yield _settled(kept, told.about(known.application.id, stage))


def _assess() -> Callable[[Case], Assessment]:
    from ami_cli import rules  # a second check works out only what changed

    return rules.assess


def _settled(assessment: Assessment, entries: Sequence[Settlement]) -> Assessment:
    if not entries:
        return assessment
    from ami_cli import rules  # as above

    return rules.settle(assessment, entries)


def bare(assessment: Assessment) -> Assessment:
    """Return what the comparison of all applications needs of one."""
    not_met = tuple(outcome for outcome in assessment.outcomes if outcome.status == "not_met")
    application = Application(id=assessment.application.id, path=assessment.application.path)
    return assessment.model_copy(update={"application": application, "documents": (), "outcomes": not_met, "remarks": ()})


def unequal(found: Sequence[Waiting], assessments: Sequence[Assessment]) -> dict[str, tuple[Unequal, ...]]:
    """Return, call by call, the tolerances that some got and others, with the same finding, did not."""
    by_call = {one.scope.call_file.stem: one.scope for one in found}
    return {name: curing.unequal(scope, tuple(one for one in assessments if one.call == name)) for name, scope in by_call.items()}


def uninvited(found: Sequence[Waiting], stage: Stage | None) -> tuple[Words, ...]:
    """Return, where a stage is named, who sent something for it without being invited."""
    return tuple(words for one in found if stage for words in staging.uninvited(one.scope, stage, one.folders))


def _folders(scope: Scope) -> tuple[Path, ...]:
    return (scope.folder,) if scope.single else tuple(intake.folders(scope.folder))


def _taking_part(one: Waiting, stage: Stage) -> tuple[Path, ...]:
    """Return the folders of those who take part in a stage: of a later one, those invited to it."""
    invited = staging.invited(one.scope, stage)
    return one.folders if invited is None else tuple(folder for folder in one.folders if folder.name in invited)


def _to_read(
    folders: Sequence[Path], stages: tuple[Stage, Stage], memory: Memory, periods: Sequence[CureEntry]
) -> Iterator[tuple[_Known, list[Path]]]:
    """Give each application with the files to read: none where it was assessed before, as it is."""
    stage, first = stages
    for folder in folders:
        application = staging.at_stage(intake.application(folder), stage, first)
        key = memory.key(application, periods)
        known = _Known(application, key, memory.find(key))
        if known.assessment is None:
            _assess()  # loaded while those who read files get ready
        files = dict.fromkeys((*application.files, *curing.late_files(application, periods)))
        yield known, [] if known.assessment else [folder / file.path for file in files]


def _without_text(document: Document) -> Document:
    """Return the document without what only rules need: ten thousand applications must fit in memory."""
    nothing: dict[str, object] = {"texts": (), "sheets": (), "stated": (), "parts": (), "members": (), "kinds": {}}
    return document.model_copy(update={"facts": document.facts.model_copy(update=nothing)})
