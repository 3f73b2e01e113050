"""CommonMark → blocks: that of templates, with the marks of their values, and that of a call's prose.

HTML is text here. A foreign phrase is written as a link to its language, `[droit commun](lang:fr)`.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ami_cli.models.content import (
    Block,
    Box,
    CodeBlock,
    Copy,
    Heading,
    Item,
    Listing,
    NewPage,
    Paragraph,
    Run,
    Runs,
    Table,
)
from ami_cli.wording import unseen
from ami_cli.wording.typography import set_runs
from ami_cli.wording.values import MARK, Literal, Missing, Prose, Value

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_LINKS = ("http://", "https://", "mailto:")
_FOREIGN = re.compile(r"lang:([a-z]{2,3})")
_TICK = re.compile(r"\[ \]\s+")
_PRIVATE = re.compile("[\ue000-\ue00f]")
_DEEPEST = 5
_NESTED = 40
"""Levels inside one another that are read; the parser drops what lies far below them, so more is refused."""
_BAR = re.compile(r"(?<!\\)\|")


class InexpressibleError(ValueError):
    """Markdown that has no place in a document: what it is, and in which field of the call (empty: the template)."""

    def __init__(self, what: str, path: str) -> None:
        super().__init__(what)
        self.what, self.path = what, path


@dataclass(frozen=True)
class _Dress:
    strong: bool = False
    emphasis: bool = False
    language: str | None = None
    link: str | None = None

    def run(self, text: str, *, literal: bool = False, missing: bool = False) -> Run:
        return Run(
            text=text,
            strong=self.strong,
            emphasis=self.emphasis,
            literal=literal,
            missing=missing,
            language=self.language,
            link=self.link,
        )


@dataclass(frozen=True)
class _Reader:
    """What does not change while one text is read."""

    language: str
    values: Sequence[Value] = ()
    path: str = ""
    shift: int = 0

    def blocks(self, parent: "SyntaxTreeNode") -> Iterator[Block]:
        depth = self.shift
        for node in parent.children:
            if node.type == "heading":
                depth = int(node.tag[1]) + self.shift
                yield Heading(level=min(depth, _DEEPEST), runs=self.runs(node))
            else:
                yield from self.block(node, depth)

    def block(self, node: "SyntaxTreeNode", depth: int) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self.paragraph(node, depth)
            case "bullet_list" | "ordered_list":
                yield self.listing(node)
            case "table":
                yield self.table(node)
            case "blockquote":
                yield Box(blocks=tuple(self.blocks(node)))
            case "fence" | "code_block":
                yield CodeBlock(text=MARK.sub(lambda mark: self.values[int(mark[1])].text, node.content).rstrip("\n"))
            case "hr":
                yield NewPage()
            case other:
                raise InexpressibleError(other, self.path)

    def paragraph(self, node: "SyntaxTreeNode", depth: int) -> Iterator[Block]:
        alone = MARK.fullmatch(node.children[0].content.strip()) if node.children else None
        value = self.values[int(alone[1])] if alone else None
        if isinstance(value, Prose):
            yield from prose(value.text, self.language, path=value.path, shift=depth)
        elif isinstance(value, Literal):
            yield Copy(run=_literal(value, _Dress(), self.language))
        else:
            yield Paragraph(runs=self.runs(node))

    def listing(self, node: "SyntaxTreeNode") -> Listing:
        items = tuple(_ticked(Item(blocks=tuple(self.blocks(item)))) for item in node.children)
        return Listing(numbered=node.type == "ordered_list", start=int(node.attrs.get("start", 1)), items=items)

    def table(self, node: "SyntaxTreeNode") -> Table:
        rows = [tuple(self.runs(cell) for cell in row.children) for part in node.children for row in part.children]
        return Table(header=rows[0], rows=tuple(rows[1:]))

    def runs(self, node: "SyntaxTreeNode") -> Runs:
        found = [run for inline in node.children for run in self.inline(inline, _Dress())]
        return set_runs(_merged(found), self.language)

    def inline(self, node: "SyntaxTreeNode", dress: _Dress) -> Iterator[Run]:
        match node.type:
            case "text":
                yield from self.text(node.content, dress)
            case "softbreak":
                yield dress.run(" ")
            case "hardbreak":
                yield dress.run("\n")
            case "code_inline":
                yield dress.run(MARK.sub(lambda mark: self.values[int(mark[1])].text, node.content), literal=True)
            case "link":
                yield from self.link(node, dress)
            case "inline" | "em" | "strong":
                inner = replace(dress, strong=dress.strong or node.type == "strong", emphasis=dress.emphasis or node.type == "em")
                for child in node.children:
                    yield from self.inline(child, inner)
            case other:
                raise InexpressibleError(other, self.path)

    def link(self, node: "SyntaxTreeNode", dress: _Dress) -> Iterator[Run]:
        target = str(node.attrs.get("href", ""))
        foreign = _FOREIGN.fullmatch(target)
        if foreign:
            dress = replace(dress, language=foreign[1])
        elif target.startswith(_LINKS):
            dress = replace(dress, link=target)
        words = [run for child in node.children for run in self.inline(child, dress)]
        if node.info == "auto":
            words = [run.model_copy(update={"literal": True}) for run in words]
        yield from words
        if not foreign and dress.link is None:
            yield dress.run(f" ({target})", literal=True)

    def text(self, content: str, dress: _Dress) -> Iterator[Run]:
        for index, piece in enumerate(MARK.split(content)):
            if index % 2:
                yield from self.said(self.values[int(piece)], dress)
            elif piece:
                yield dress.run(piece)

    def said(self, value: Value, dress: _Dress) -> Iterator[Run]:
        if isinstance(value, Literal):
            yield _literal(value, dress, self.language)
        elif isinstance(value, Prose):
            yield from _in_line(value, dress, self.language)
        else:
            yield dress.run(value.text, missing=isinstance(value, Missing))


def template(markdown: str, language: str, values: Sequence[Value]) -> tuple[Block, ...]:
    """Return the blocks of a filled template, each mark replaced by what it stands for."""
    found = tuple(_Reader(language, values).blocks(_parsed(unseen.replaced(markdown))))
    title = next((index for index, block in enumerate(found) if isinstance(block, Heading)), 0)
    return tuple(
        block.model_copy(update={"role": "kicker"}) if index < title and isinstance(block, Paragraph) else block
        for index, block in enumerate(found)
    )


def prose(text: str, language: str, *, path: str = "", shift: int = 0) -> tuple[Block, ...]:
    """Return the blocks of a call's prose; its headings go below the heading they stand under, of level `shift`."""
    return tuple(_Reader(language, path=path, shift=shift).blocks(_whole(_safe(text), path)))


def _in_line(value: Prose, dress: _Dress, language: str) -> Iterator[Run]:
    """Give prose within a line: its paragraphs follow one another on new lines; a list has no place there."""
    reader = _Reader(language, path=value.path)
    for index, node in enumerate(_whole(_safe(value.text), value.path).children):
        if node.type != "paragraph":
            raise InexpressibleError(node.type, value.path)
        if index:
            yield dress.run("\n")
        for child in node.children:
            yield from reader.inline(child, dress)


def _literal(value: Literal, dress: _Dress, language: str) -> Run:
    foreign = value.language if value.language != language else None
    return replace(dress, link=value.link or dress.link, language=foreign).run(_safe(value.text), literal=True)


def _ticked(item: Item) -> Item:
    """Turn « [ ] send the letter » into an item to tick off."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph) or not first.runs or not _TICK.match(first.runs[0].text):
        return item
    start = first.runs[0]
    runs = (start.model_copy(update={"text": _TICK.sub("", start.text, count=1)}), *first.runs[1:])
    kept = tuple(run for run in runs if run.text)
    return Item(blocks=(first.model_copy(update={"runs": kept}), *item.blocks[1:]), tick=True)


def _merged(runs: Sequence[Run]) -> Runs:
    """Join neighbours in the same dress, so that typography sees whole words."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and not last.literal and last.model_copy(update={"text": run.text}) == run:
            joined[-1] = last.model_copy(update={"text": last.text + run.text})
        else:
            joined.append(run)
    return tuple(joined)


def _safe(text: str) -> str:
    return _PRIVATE.sub("\ufffd", unseen.replaced(text))


def _whole(text: str, path: str) -> "SyntaxTreeNode":
    """Return the tree of a call's prose, and refuse what CommonMark would leave out of it without a word."""
    found: dict[str, dict[str, object]] = {}
    tree = _parsed(text, path, found)
    unused = next((label for label in found.get("references", {}) if text.upper().count(f"[{label}]") == 1), None)
    if unused is not None:
        raise InexpressibleError(f"[{unused}]: …", path)
    lines = text.split("\n")
    for table in (node for node in tree.walk() if node.type == "table" and node.map):
        columns = len(table.children[0].children[0].children)
        first, end = table.map or (0, 0)
        wide = next((line for line in lines[first:end] if len(_BAR.split(line.strip().strip("|"))) > columns), None)
        if wide is not None:
            raise InexpressibleError(wide.strip(), path)
    return tree


def _parsed(markdown: str, path: str = "", found: dict[str, dict[str, object]] | None = None) -> "SyntaxTreeNode":
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(markdown, found)
    if any(token.level >= _NESTED for token in tokens):
        raise InexpressibleError("nested", path)
    return SyntaxTreeNode(tokens)


@functools.cache
def _parser() -> "MarkdownIt":
    """Return a parser; it keeps nothing of what it read."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * _NESTED}).enable("table")
