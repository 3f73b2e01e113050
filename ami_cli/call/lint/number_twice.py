"""A number typed in words beside its figure."""

from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.figures import TWICE, WORDS
from ami_cli.call.prose.passages import passages
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "number-twice",
    title=Words(fr="Nombre écrit deux fois", en="Number written twice"),
    checks=Words(
        fr="La prose n’écrit pas un nombre en lettres à côté de son chiffre : « trois (3) ».",
        en="Prose does not write a number in words beside its figure: “three (3)”.",
    ),
    why=Words(
        fr="Tapés deux fois, les deux finissent par différer ; ami écrit les deux formes à partir d’une seule valeur.",
        en="Typed twice, the two end up differing; ami writes both forms from one value.",
    ),
    example=Words(fr="« trois (2) références ».", en="“three (2) references”."),
    remedy=Words(
        fr="retirez le nombre de la prose : les champs de l’appel le portent déjà",
        en="take the number out of the prose: the fields of the call hold it already",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each number in words and in figures, and say so where the two differ."""
    for passage in passages(loaded):
        for match in TWICE.finditer(passage.flowing):
            word, figure = match["word"] or match["word2"], int(match["figure"] or match["figure2"])
            shown = quoted(match.group())
            if WORDS[word.lower()] != figure:
                message = Words(fr=f"« {shown} » se contredit", en=f"“{shown}” contradicts itself")
            else:
                message = Words(fr=f"« {shown} » : le nombre est tapé deux fois", en=f"“{shown}”: the number is typed twice")
            yield Doubt(passage.path, message, line=passage.line(match.start()), source=passage.source)


WARNING = CallWarning(PAGE, check)
