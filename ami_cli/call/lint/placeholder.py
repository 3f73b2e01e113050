"""Something still to be filled in."""

import re
from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.passages import passages
from ami_cli.models.base import Model
from ami_cli.models.call import to_be_set
from ami_cli.models.text import TO_BE_SET, Words
from ami_cli.models.wrong import quoted
from ami_cli.strict_yaml import Source, path_of

PAGE = page(
    "placeholder",
    title=Words(fr="Reste à remplir", en="Still to be filled in"),
    checks=Words(
        fr="Rien n’est laissé « to-be-set », « XXX », « à compléter », « < > », « lorem ipsum », « [nom] »…",
        en="Nothing is left as “to-be-set”, “XXX”, “TBD”, “< >”, “lorem ipsum”, “[name]”…",
    ),
    why=Words(
        fr="Un appel à trous ne se publie pas : ami render s’arrête tant qu’il reste un to-be-set (sauf avec --draft).",
        en="A call with gaps is not published: ami render stops while a to-be-set remains (except with --draft).",
    ),
    example=Words(fr="at: to-be-set", en="at: to-be-set"),
    remedy=Words(fr="remplissez-le dès que vous le savez", en="fill it in as soon as you know it"),
)

_GAP = re.compile(
    r"\bX{3,}\b|\bx{4,}\b|\bTBD\b|\bTBC\b|\bTODO\b|à compléter|to be completed|lorem ipsum|<\s{0,9}>"
    r"|<\s{0,9}(?:insérer|insert)[^>]{0,80}>"
    r"|\[(?:…|\.\.\.|nom|name|date|insérer[^\]]{0,80}|insert[^\]]{0,80}|à [^\]]{0,80})\]"
    r"|\?{3,}|_{4,}|\bjj/mm/aaaa\b|\bdd/mm/yyyy\b|to-be-set"
    r"|\*{3,}@|@\*{3,}",
    re.IGNORECASE,
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give every `to-be-set`, then every gap in prose, then those in addresses and subjects."""
    for model, source in ((loaded.call, loaded.source), (loaded.organisation, loaded.organisation_source)):
        yield from _to_be_set(model, source)
    for passage in passages(loaded):
        for match in _GAP.finditer(passage.words):
            yield Doubt(passage.path, _gap(match.group()), line=passage.line(match.start()), source=passage.source)
    for index, channel in enumerate(loaded.call.application.channels.accepted):
        place = f"application.channels.accepted.{index}"
        lines = {f"{place}.email": channel.email or ""}
        lines |= {f"{place}.subjects.{number}": subject for number, subject in enumerate(channel.subjects)}
        for path, line in lines.items():
            gap = _GAP.search(line)
            if gap is not None and line != TO_BE_SET:
                yield Doubt(path, _gap(gap.group()))


def _to_be_set(model: Model, source: Source) -> Iterator[Doubt]:
    told = set()
    for path in to_be_set(model):
        # A text that is `to-be-set` as a whole is so in every language: said once.
        place = path if path_of(path) in source.lines else path.rpartition(".")[0]
        if place not in told:
            told.add(place)
            yield Doubt(place, Words(fr="reste à fixer (to-be-set)", en="still to be set (to-be-set)"), source=source)


def _gap(text: str) -> Words:
    return Words(fr=f"« {quoted(text)} » reste à remplir", en=f"“{quoted(text)}” is still to be filled in")


WARNING = CallWarning(PAGE, check)
