"""The list of all drafts of an outbox: which letter, to whom, why, and its digest."""

from collections.abc import Sequence

from filelock import FileLock

from ami_cli import letters, tables
from ami_cli.files import write_whole
from ami_cli.letters import Drafted, Outbox
from ami_cli.pipeline.scope import Scope
from ami_cli.pipeline.sending import gone

MANIFEST = "manifest.jsonl"


def outbox(scope: Scope) -> Outbox:
    """Return the outbox of a call, with what is known of the drafts that lie in it."""
    folder = scope.workspace.outbox(scope.call_file.stem)
    return Outbox(folder, gone(scope), letters.read_manifest(folder / MANIFEST))


def note(box: Outbox, drafted: Sequence[Drafted]) -> None:
    """Write the manifest anew: the letters of this run, and the others that lie in the outbox.

    It is held for that moment only: receipts are drafted while other letters are written or sent.
    """
    box.folder.mkdir(parents=True, exist_ok=True)
    with FileLock(box.folder / ".manifest.lock"):
        lines = {one.file: one.draft for one in drafted if one.draft}
        told = {one.file for one in drafted}
        before = letters.read_manifest(box.folder / MANIFEST)
        kept = {file: line for file, line in before.items() if file not in told and (box.folder / file).exists()}
        every = [line for _, line in sorted((lines | kept).items())]
        write_whole(box.folder / "manifest.csv", tables.write(letters.manifest(every, "fr"), "csv"))
        content = "".join(f"{line.model_dump_json()}\n" for line in every)
        write_whole(box.folder / MANIFEST, content.encode())  # what is gone by comes last
