"""The name of the file is not the id written in it."""

from collections.abc import Iterator
from pathlib import PurePath

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted
from ami_cli.strict_yaml import Source

PAGE = page(
    "file-name-differs",
    title=Words(fr="Nom de fichier différent de l’identifiant", en="File name different from the id"),
    checks=Words(fr="Le fichier s’appelle comme son « id ».", en="The file is called like its “id”."),
    why=Words(
        fr="Les commandes trouvent un appel par son nom, et les candidatures sont rangées sous son « id ».",
        en="Commands find a call by its name, and applications are filed under its “id”.",
    ),
    example=Words(fr="id: nantes dans calls/nantes-2025.yaml.", en="id: nantes in calls/nantes-2025.yaml."),
    remedy=Words(fr="renommez le fichier, ou corrigez « id »", en="rename the file, or correct “id”"),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give the call and the organisation whose file is called otherwise."""
    yield from _differs(loaded.call.id, loaded.source)
    yield from _differs(loaded.organisation.id, loaded.organisation_source)


def _differs(name: str, source: Source) -> Iterator[Doubt]:
    stem = PurePath(source.file).stem
    if stem != name:
        message = Words(
            fr=f"l’identifiant est « {name} », le fichier s’appelle « {quoted(stem)} »",
            en=f"the id is “{name}”, the file is called “{quoted(stem)}”",
        )
        yield Doubt("id", message, source=source)


WARNING = CallWarning(PAGE, check)
