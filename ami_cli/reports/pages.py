"""Pages of rules and warnings → text, and their list."""

import textwrap
from collections.abc import Iterator, Sequence

from ami_cli.models.page import RulePage
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

_ABOUT = {
    "application": Words(fr="Règles des candidatures (ami check)", en="Rules of applications (ami check)"),
    "call": Words(fr="Avertissements des appels (ami validate)", en="Warnings about calls (ami validate)"),
}
_PARTS = (
    ("checks", Words(fr="Ce qui est vérifié", en="What it checks")),
    ("why", Words(fr="Pourquoi", en="Why")),
    ("example", Words(fr="Exemple", en="Example")),
    ("remedy", Words(fr="Que faire", en="What to do")),
)


def pages_listed(pages: Sequence[RulePage], language: str) -> Iterator[Table]:
    """Give one table for the rules and one for the warnings: name and title."""
    for about, title in _ABOUT.items():
        columns = [
            Column(title=Words(fr="Nom", en="Name").of(language), width=30),
            Column(title=Words(fr="Sujet", en="Subject").of(language), width=50),
        ]
        rows = [(page.name, page.title.of(language)) for page in pages if page.about == about]
        yield table(title.of(language), columns, rows, language)


def page_told(page: RulePage, language: str, width: int) -> str:
    """Return a page as text, folded to `width`."""
    parts = [f"{page.name} · {page.title.of(language)}", _ABOUT[page.about].of(language)]
    for field, heading in _PARTS:
        words: Words = getattr(page, field)
        parts.append(f"\n{heading.of(language)}\n{_folded(words.of(language), width)}")
    return "\n".join(parts) + "\n"


def _folded(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        for line in text.splitlines()
    )
