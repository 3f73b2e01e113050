"""Two languages side by side, paragraph against paragraph."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ami_cli.errors import TemplateError
from ami_cli.models.call import Call
from ami_cli.models.content import Block, Box, Heading, Listing, NewPage, Notice, Pair, Paragraph, Runs, Table, plain
from ami_cli.models.organisation import Organisation
from ami_cli.models.texts import texts
from ami_cli.wording import markdown_in
from ami_cli.wording.compose import unpublishable
from ami_cli.wording.errors import Gap, UnpublishableError

_SHOWN = 40


def side_by_side(left: Notice, right: Notice) -> Notice:
    """Return one document of two; a TemplateError where the two templates do not have the same blocks."""
    for number, (one, other) in enumerate(zip_longest(left.blocks, right.blocks), 1):
        if one is None or other is None or _shape(one) != _shape(other):
            raise _drifted(left, right, number, one or other)
    facing = zip(left.blocks, right.blocks, strict=True)
    pairs = tuple(pair for one, other in facing for pair in _paired(one, other, right.language))
    return left.model_copy(
        update={
            "title": f"{left.title} / {right.title}",
            "subject": f"{left.subject} / {right.subject}",
            "languages": (left.language, right.language),
            "blocks": pairs,
        }
    )


def gaps(call: Call, organisation: Organisation, left: str, right: str) -> Iterator[Gap]:
    """Give each place where a text of the call has a paragraph in one language and none against it in the other."""
    for path, text in (*texts(call), *texts(organisation, "organisation")):
        outlines = [_read(text.of(language), language, path) for language in (left, right)]
        for number, (one, other) in enumerate(zip_longest(*outlines), 1):
            if one is not None and other is not None and _shape(one) == _shape(other):
                continue
            alone, language = _alone(one, other, left, right)
            yield Gap(path=path, language=language, text=text.of(language), paragraph=number, words=_words(alone))
            break


def _read(words: str, language: str, path: str) -> tuple[Block, ...]:
    try:
        return markdown_in.prose(words, language, path=path)
    except markdown_in.InexpressibleError as error:
        raise unpublishable(error, "", language) from error


def refuse(found: Sequence[Gap]) -> None:
    """Raise an UnpublishableError that tells every gap, where there are any."""
    if found:
        raise UnpublishableError(
            tuple(gap.path for gap in found),
            gaps=tuple(found),
            fr="les deux langues ne vont pas de pair : ces paragraphes n’ont pas de vis-à-vis dans l’autre langue",
            en="the two languages do not match: these paragraphs have none against them in the other language",
            remedy_fr="écrivez le même nombre de paragraphes et de lignes de liste dans les deux langues",
            remedy_en="write as many paragraphs and list lines in both languages",
        )


def _alone(one: Block | None, other: Block | None, left: str, right: str) -> tuple[Block | None, str]:
    """Return the innermost block that has none of its shape against it, and the language in which it stands."""
    if one is None or other is None or one.kind != other.kind:
        return (one, left) if one is not None else (other, right)
    for mine, theirs in zip_longest(_inside(one), _inside(other)):
        if mine is None or theirs is None or _shape(mine) != _shape(theirs):
            return _alone(mine, theirs, left, right)
    return one, left


def _inside(block: Block) -> tuple[Block, ...]:
    """Return the blocks that a block is made of."""
    if isinstance(block, Listing):
        return tuple(inner for item in block.items for inner in item.blocks)
    return block.blocks if isinstance(block, Box) else ()


def _paired(left: Block, right: Block, language: str) -> Iterator[Block]:
    """Set two blocks against each other; lists item by item and tables row by row, so that they stay level."""
    if isinstance(left, NewPage):
        yield left
    elif isinstance(left, Listing) and isinstance(right, Listing):
        for index, (one, other) in enumerate(zip(left.items, right.items, strict=True)):
            yield Pair(left=_only(left, one, index), right=_only(right, other, index))
    elif isinstance(left, Table) and isinstance(right, Table):
        yield _divided(left, right, language)
    else:
        yield Pair(left=left, right=right)


def _only(listing: Listing, item: object, index: int) -> Block:
    return listing.model_copy(update={"items": (item,), "start": listing.start + index})


def _divided(left: Table, right: Table, language: str) -> Table:
    """Return one table of two; the words of the right half say which language they are in."""

    def spoken(runs: Runs) -> Runs:
        return tuple(run if run.language else run.model_copy(update={"language": language}) for run in runs)

    return Table(
        header=(*left.header, *map(spoken, right.header)),
        rows=tuple((*one, *map(spoken, other)) for one, other in zip(left.rows, right.rows, strict=True)),
        divided=True,
    )


def _shape(block: Block) -> tuple[object, ...]:
    """Return what has to be the same in both languages."""
    if isinstance(block, Heading):
        return block.kind, block.level
    if isinstance(block, Listing):
        return block.kind, block.numbered, tuple(tuple(map(_shape, item.blocks)) for item in block.items)
    if isinstance(block, Table):
        return block.kind, len(block.header), len(block.rows)
    return block.kind, tuple(map(_shape, _inside(block)))


def _words(block: Block | None) -> str:
    if isinstance(block, (Heading, Paragraph)):
        return plain(block.runs)[:_SHOWN]
    if isinstance(block, Table):
        return " | ".join(map(plain, block.header))[:_SHOWN]
    inside = () if block is None else _inside(block)
    return _words(inside[0]) if inside else ""


def _drifted(left: Notice, right: Notice, number: int, block: Block | None) -> TemplateError:
    words = _words(block)
    return TemplateError(
        fr=f"les modèles {left.language} et {right.language} n’ont pas les mêmes blocs, à partir du {number}e : {words}",
        en=f"the templates {left.language} and {right.language} do not have the same blocks, from no. {number} on: {words}",
        remedy_fr="donnez aux deux modèles les mêmes parties dans le même ordre ; ami validate dit où ils diffèrent",
        remedy_en="give both templates the same parts in the same order; ami validate says where they differ",
    )
