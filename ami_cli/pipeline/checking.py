"""Applications to assessments: read in place, facts once, then the rules."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from ami_cli import call, facts, intake, rules
from ami_cli.errors import SourceError
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment, Case, Document
from ami_cli.models.calendar import Stage
from ami_cli.pipeline.scope import Scope, of_one_call, scopes


class How(NamedTuple):
    """How the files are read, and at which stage the applications are looked at."""

    jobs: int | None = None
    """Worker processes; all processors where None."""
    cache: bool = True
    stage: Stage | None = None
    """The first stage of the call where None."""


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
        stage = how.stage or its.call.first_stage
        cache = one.scope.workspace.cache if how.cache else None
        for application, read in facts.read_groups(_with_files(one.folders), jobs=how.jobs, cache=cache):
            documents = facts.documents(application, read)
            assessed = rules.assess(Case(call=its.call, stage=stage, application=application, documents=documents))
            on_application()
            yield assessed.model_copy(update={"documents": tuple(map(_without_text, assessed.documents))})


def _folders(scope: Scope) -> tuple[Path, ...]:
    return (scope.folder,) if scope.single else tuple(intake.folders(scope.folder))


def _with_files(folders: Sequence[Path]) -> Iterator[tuple[Application, list[Path]]]:
    for folder in folders:
        application = intake.application(folder)
        yield application, [folder / file.path for file in application.files]


def _without_text(document: Document) -> Document:
    """Return the document without what only rules need: ten thousand applications must fit in memory."""
    return document.model_copy(update={"facts": document.facts.model_copy(update={"texts": (), "sheets": ()})})
