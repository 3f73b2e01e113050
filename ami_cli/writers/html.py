"""The document as one web page that needs nothing else: styles inside, no script, readable on a phone and on paper."""

import base64
from collections.abc import Callable, Iterator
from html import escape

from ami_cli.models.content import (
    Block,
    Box,
    CodeBlock,
    Copy,
    Heading,
    Item,
    Listing,
    NewPage,
    Notice,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
)
from ami_cli.wording import templates
from ami_cli.wording.dates import language_name
from ami_cli.writers import html_data
from ami_cli.writers.brand import Brand, checked_logo

_WORDS = {
    "fr": {"skip": "Aller au texte", "draft": "BROUILLON (DRAFT) : ce document n’est pas publié."},
    "en": {"skip": "Skip to the text", "draft": "DRAFT: this document is not published."},
}
_PNG = b"\x89PNG"


def write(notice: Notice, brand: Brand) -> bytes:
    """Return the page in UTF-8."""
    words = _WORDS.get(notice.language, _WORDS["en"])
    body = "\n".join(_main(notice))
    draft = f'<p class="draft">{words["draft"]}</p>' if notice.draft else ""
    marks = [name for name, holds in (("two", len(notice.languages) > 1), ("unpublished", notice.draft)) if holds]
    dress = f' class="{" ".join(marks)}"' if marks else ""
    page = f"""<!DOCTYPE html>
<html lang="{notice.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(("DRAFT – " if notice.draft else "") + notice.title)}</title>
<meta name="author" content="{escape(notice.organisation)}">
<meta name="description" content="{escape(notice.subject)}">
<style>
{_styles(brand)}</style>
{html_data.script(notice)}</head>
<body{dress}>
<a class="skip" href="#text">{words["skip"]}</a>
<header>{draft}<div class="page head">{_sign(notice, brand)}</div></header>
<main id="text">
{body}
</main>
<footer class="page">{escape(notice.organisation)} · {escape(notice.title)}</footer>
</body>
</html>
"""
    return page.encode()


def _styles(brand: Brand) -> str:
    return templates.read(brand.file("brand.css")).replace("</", "<\\/")


def _sign(notice: Notice, brand: Brand) -> str:
    if brand.logo is None:
        return f"<b>{escape(notice.organisation)}</b>"
    content = checked_logo(brand.logo)
    kind = "png" if content.startswith(_PNG) else "jpeg"
    data = base64.b64encode(content).decode()
    return f'<img src="data:image/{kind};base64,{data}" alt="{escape(brand.alternative)}">'


def _main(notice: Notice) -> Iterator[str]:
    """Give the parts of the page; a class on the next heading starts a new page where it is printed."""
    writer = _Writer(notice.language)
    if len(notice.languages) > 1:
        names = "".join(f'<div lang="{code}">{escape(language_name(code, code).capitalize())}</div>' for code in notice.languages)
        yield f'<div class="pair names">{names}</div>'
    for block in notice.blocks:
        if isinstance(block, Pair):
            yield writer.pair(block, notice.languages)
        else:
            yield from writer.block(block)


class _Writer:
    def __init__(self, language: str, *, second: bool = False) -> None:
        self.language, self.second = language, second
        self.new_page = False

    def pair(self, pair: Pair, languages: tuple[str, ...]) -> str:
        sides = []
        for block, language in zip((pair.left, pair.right), languages, strict=True):
            inner = "".join(_Writer(language, second=language != languages[0]).block(block))
            sides.append(f'<div lang="{language}">{inner}</div>')
        mark, self.new_page = (" new-page" if self.new_page else ""), False
        return f'<div class="pair{mark}">{"".join(sides)}</div>'

    def block(self, block: Block) -> Iterator[str]:
        writers: dict[type, Callable[..., str]] = {
            Heading: self.heading,
            Paragraph: self.paragraph,
            Copy: self.copy,
            Listing: self.listing,
            Table: self.table,
            Box: self.box,
            CodeBlock: self.code,
        }
        if isinstance(block, NewPage):
            self.new_page = True
        else:
            yield writers[type(block)](block)

    def heading(self, block: Heading) -> str:
        mark, self.new_page = (' class="new-page"' if self.new_page else ""), False
        level = block.level
        if level == 1 and self.second:
            level, mark = 2, ' class="title"'  # a page has one title: that of the other language is a heading below it
        return f"<h{level}{mark}>{self.runs(block.runs)}</h{level}>"

    def paragraph(self, block: Paragraph) -> str:
        mark = ' class="kicker"' if block.role == "kicker" else ""
        return f"<p{mark}>{self.runs(block.runs)}</p>"

    def copy(self, block: Copy) -> str:
        return f'<p class="copy">{self.run(block.run)}</p>' if block.run.literal else f"<p>{self.run(block.run)}</p>"

    def listing(self, block: Listing) -> str:
        tag = "ol" if block.numbered else "ul"
        mark = ' class="ticks"' if block.items and all(item.tick for item in block.items) else ""
        start = f' start="{block.start}"' if block.numbered and block.start != 1 else ""
        return f"<{tag}{mark}{start}>\n{''.join(self.item(item) for item in block.items)}</{tag}>"

    def item(self, item: Item) -> str:
        if len(item.blocks) > 0 and isinstance(item.blocks[0], Paragraph):
            rest = "".join(part for block in item.blocks[1:] for part in self.block(block))
            return f"<li>{self.runs(item.blocks[0].runs)}{rest}</li>\n"
        return f"<li>{''.join(part for block in item.blocks for part in self.block(block))}</li>\n"

    def table(self, block: Table) -> str:
        middle = len(block.header) // 2 if block.divided else 0
        marks = [' class="other"' if middle and index == middle else "" for index in range(len(block.header))]
        header = "".join(f'<th scope="col"{mark}>{self.runs(cell)}</th>' for mark, cell in zip(marks, block.header, strict=True))
        rows = "".join(f"<tr>{self.row(cells, marks)}</tr>\n" for cells in block.rows)
        mark = ' class="table divided" tabindex="0"' if block.divided else ' class="table"'
        return f"<div{mark}><table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"

    def row(self, cells: tuple[Runs, ...], marks: list[str]) -> str:
        first, *others = (self.runs(cell) for cell in cells)
        rest = "".join(f"<td{mark}>{words}</td>" for mark, words in zip(marks[1:], others, strict=True))
        return f'<th scope="row">{first}</th>{rest}'

    def box(self, block: Box) -> str:
        return f'<aside role="note">{"".join(part for inner in block.blocks for part in self.block(inner))}</aside>'

    def code(self, block: CodeBlock) -> str:
        return f'<pre tabindex="0"><code>{escape(block.text)}</code></pre>'

    def runs(self, runs: Runs) -> str:
        return "".join(self.run(run) for run in runs)

    def run(self, run: Run) -> str:
        if run.text == "\n":
            return "<br>"
        words = escape(run.text).replace("\n", "<br>")
        lang = f' lang="{run.language}"' if run.language and run.language != self.language else ""
        if run.link:
            words = f'<a href="{escape(run.link)}"{lang}>{words}</a>'
        elif run.literal:
            words = f'<code{lang} translate="no">{words}</code>'
        elif lang and run.emphasis:
            return f"{'<strong>' if run.strong else ''}<i{lang}>{words}</i>{'</strong>' if run.strong else ''}"
        elif lang:
            words = f"<span{lang}>{words}</span>"
        if run.missing:
            words = f"<mark>{words}</mark>"
        if run.emphasis:
            words = f"<em>{words}</em>"
        return f"<strong>{words}</strong>" if run.strong else words
