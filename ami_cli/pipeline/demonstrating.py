"""The example: made, checked, shortlisted."""

import shlex
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ami_cli.errors import SourceError, UsageError
from ami_cli.models.assessment import Assessment
from ami_cli.models.shortlist import Shortlist
from ami_cli.models.text import Words
from ami_cli.pipeline import checking, choosing
from ami_cli.pipeline.recording import Done, journal
from ami_cli.starter import demo
from ami_cli.workspace import Workspace

PAGES_OF = f"submissions/{demo.CALL}/07-cabinet-melusine"
"""An application worth looking at: one CV is too long."""


def make(root: Path, at: datetime, *, again: bool) -> int:
    """Make the example workspace and return how many files applicants sent.

    Raises:
        UsageError: the folder is not empty; an example is made again only where `again`, anything else never.
        SourceError: it cannot be written.
    """
    _only_where_free(root, again=again)
    try:
        files = demo.build(root)
    except OSError as error:
        raise SourceError(
            fr=f"impossible d’écrire dans {root} : {error.strerror}",
            en=f"cannot write in {root}: {error.strerror}",
            remedy_fr="choisissez un dossier où vous avez le droit d’écrire",
            remedy_en="choose a folder in which you may write",
        ) from error
    workspace = Workspace(root)
    calls = [workspace.calls / f"{demo.CALL}.yaml"]
    journal(workspace, Done("demo", demo.CALL, outputs=calls, counts={"applications": 15, "files": files}), at)
    return files


def run(root: Path, on_application: Callable[[], None]) -> tuple[tuple[Assessment, ...], Shortlist]:
    """Check every application of the example and draw up its shortlist."""
    waiting = checking.waiting(root / "submissions" / demo.CALL, None)
    assessments = tuple(checking.check(waiting, checking.How(), on_application))
    return assessments, choosing.shortlist(waiting[0].scope, assessments, None)


def next_steps(root: Path) -> Words:
    """Return what to look at next, as commands that can be copied."""
    enter = f"cd {shlex.quote(str(root))}"
    return Words(
        fr=f"""À regarder ensuite :
  {enter}
  ami check {PAGES_OF}
      une candidature en détail : chaque règle, la page et les mots qui la fondent
  ami settle
      les points qui attendent une personne, avec les passages à lire
  ami explain too-many-pages
      ce que vérifie une règle, pourquoi, et comment y remédier
  ami show {demo.CALL}
      l’appel : échéances, pièces, limites
  ami render {demo.CALL} --to docx --lang fr
      l’avis à publier, en Word
  ami shortlist --format xlsx --out liste.xlsx
      la liste restreinte dans un classeur, pour le comité
Les motifs du comité : evaluations/{demo.CALL}/grounds.yaml""",
        en=f"""To look at next:
  {enter}
  ami check {PAGES_OF}
      one application in full: every rule, the page and the words that it rests on
  ami settle
      the points that wait for a person, with the passages to read
  ami explain too-many-pages
      what a rule checks, why, and how to put it right
  ami show {demo.CALL}
      the call: deadlines, documents, limits
  ami render {demo.CALL} --to docx --lang en
      the notice to publish, in Word
  ami shortlist --format xlsx --out list.xlsx
      the shortlist in a workbook, for the committee
The committee’s grounds: evaluations/{demo.CALL}/grounds.yaml""",
    )


def _only_where_free(root: Path, *, again: bool) -> None:
    if not root.exists() or (root.is_dir() and not any(root.iterdir())):
        return
    if not demo.is_demo(root):
        raise UsageError(
            fr=f"{root} existe déjà et n’est pas un exemple : rien n’y est touché",
            en=f"{root} exists already and is no example: nothing in it is touched",
            remedy_fr="donnez un autre dossier : ami demo mon-exemple",
            remedy_en="give another folder: ami demo my-example",
        )
    if not again:
        raise UsageError(
            fr=f"l’exemple est déjà dans {root}",
            en=f"the example is already in {root}",
            remedy_fr="ajoutez --force pour le refaire (ce que vous y avez changé sera perdu), ou donnez un autre dossier",
            remedy_en="add --force to make it again (what you changed in it will be lost), or give another folder",
        )
